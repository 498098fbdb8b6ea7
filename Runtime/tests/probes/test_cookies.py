import base64
import json
import unittest
import zlib

import fakes  # noqa: F401
from flask import Flask
from flask.sessions import SecureCookieSessionInterface

from probes import cookies

SECRET = "q7x-pear-41"


def b64(text: str, alphabet: bytes = b"-_") -> str:
    return base64.b64encode(text.encode(), alphabet).decode().rstrip("=")


def session(values: dict[str, object]) -> str:
    app = Flask(__name__)
    app.secret_key = "x"
    return SecureCookieSessionInterface().get_signing_serializer(app).dumps(values)


#: What an owner reads in each of these: the secret.
TELLING = {
    "the value itself": SECRET,
    "the first part": f"{SECRET}.0a1b2c",
    "the last part": f"ada|{SECRET}",
    "behind a colon that is encoded": f"ada%3A{SECRET}",
    "a session of Flask's": session({"token": SECRET}),
    "a nested one": session({"forms": [{"cancel": SECRET}, 3]}),
    "a long one, which Flask packs": session({"token": SECRET, "notes": "aaaa " * 400}),
    "JSON in base64": b64(json.dumps({"token": SECRET})),
    "in the other alphabet": b64(json.dumps({"token": SECRET, "x": "\u00ff\u00fe???>>>"}), b"+/"),
    "packed by hand": base64.urlsafe_b64encode(zlib.compress(json.dumps([SECRET]).encode())).decode() + ".5f",
}
SILENT = {
    "nothing": "",
    "a random one": "8f14e45fceea167a5a36dedd4bea2543",
    "base64 of what is no JSON": b64("not JSON at all"),
    "base64 of bytes": base64.b64encode(bytes(range(128, 160))).decode(),
    "another session": session({"member": "ada"}),
    "what is too long for its size": base64.b64encode(b"x\x9c" + bytes(40)).decode(),
}


class Told(unittest.TestCase):
    def test_what_an_owner_reads_is_found(self) -> None:
        self.assertEqual([name for name, value in TELLING.items() if SECRET not in cookies.told(value)], [])

    def test_what_is_not_there_is_not_read(self) -> None:
        self.assertEqual([name for name, value in SILENT.items() if SECRET in cookies.told(value)], [])

    def test_what_is_short_is_no_secret(self) -> None:
        self.assertEqual(cookies.told("a.b:abc"), ["a.b:abc"])

    def test_nothing_is_told_twice(self) -> None:
        found = cookies.told(session({"one": SECRET, "two": SECRET}))
        self.assertEqual(len(found), len(set(found)))


if __name__ == "__main__":
    unittest.main()
