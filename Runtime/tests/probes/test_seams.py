"""Words that a part of a sealed text goes on with: joined without a border, and sound ones."""

import base64
import hashlib
import hmac
import json
import os
import unittest

import fakes

from probes import search
from probes.grammars import seams

WORD = "allegro-71"


def sealed(key, spread=lambda salt, body, mac: f"{salt.hex()}.{body}.{mac}", parted=lambda text: text.split("."), size=None):
    """A writer and a reader of a program; `key(word, salt, body)` is what the seal is made of."""

    def write(word):
        salt, body = os.urandom(8), base64.b64encode(json.dumps({"no": 9}).encode()).decode()
        return spread(salt, body, hashlib.sha256(key(word, salt.hex(), body)).hexdigest())

    def read(text):
        salt, body, mac = parted(text)
        if size is not None and len(salt) != size:
            raise ValueError(salt)
        if not hmac.compare_digest(hashlib.sha256(key(WORD, salt, body)).hexdigest(), mac):
            raise ValueError(text)
        return json.loads(base64.b64decode(body))

    return write, read


def packed(whole):
    """Salt, body and seal in one piece of base64."""

    def cut(text):
        data = base64.urlsafe_b64decode(text)
        return data[:-32].partition(b"{")[0].hex(), base64.b64encode(b"{" + data[:-32].partition(b"{")[2]).decode(), data[-32:].hex()

    return (lambda salt, body, mac: base64.urlsafe_b64encode(salt + base64.b64decode(body) + bytes.fromhex(mac)).decode()), cut


GAPS = {
    "word and salt": sealed(lambda word, salt, body: (word + salt + "/" + body).encode()),
    "salt and word": sealed(lambda word, salt, body: (salt + word + "/" + body).encode()),
    "word and body": sealed(lambda word, salt, body: (salt + "/" + word + body).encode(), size=16),
    "body and word": sealed(lambda word, salt, body: (salt + "/" + body + word).encode()),
    "word and bytes of the salt": sealed(lambda word, salt, body: word.encode() + bytes.fromhex(salt) + b"/" + body.encode()),
    "bytes of the salt and word": sealed(lambda word, salt, body: bytes.fromhex(salt) + word.encode() + b"/" + body.encode()),
    "in one piece": sealed(lambda word, salt, body: word.encode() + bytes.fromhex(salt) + b"/" + body.encode(), *packed(True)),
}
SOUND = {
    "a border": sealed(lambda word, salt, body: f"{word}\0{salt}/{body}".encode(), size=16),
    "a size": sealed(lambda word, salt, body: (word + salt + "/" + body).encode(), size=16),
    "a length": sealed(lambda word, salt, body: f"{len(word)}:{word}{salt}/{body}".encode()),
    "a hash of the word": sealed(lambda word, salt, body: hashlib.sha256(word.encode()).digest() + f"{salt}/{body}".encode()),
}


class Seams(fakes.ProbeTest):
    def test_every_planted_gap_is_found_and_no_sound_program(self) -> None:
        for name, (write, read) in (GAPS | SOUND).items():
            with self.subTest(name):
                self.assertNotEqual(write(WORD), write(WORD))
                self.assertEqual(read(write(WORD)), {"no": 9})
                found = search.first(seams.seams(WORD, write), lambda text, use=read: fakes.attempt(use, text).value, 170)
                self.assertEqual(bool(found), name in GAPS)


if __name__ == "__main__":
    unittest.main()
