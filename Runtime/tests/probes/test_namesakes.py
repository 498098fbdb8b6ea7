"""Logins that are good in another application of the same process."""

import hashlib
import itertools
import unittest
import unittest.mock
from collections.abc import Callable
from typing import Any

import fakes  # noqa: F401
import harness
from flask import Flask, jsonify, request, session

from probes import namesakes

GROUPS = {
    "here": {"wil": {"password": "owl", "role": "boss"}, "ada": {"password": "hen", "role": "guest"}},
    "there": {"wil": {"password": "elk", "role": "guest"}, "ada": {"password": "yak", "role": "boss"}},
}


def signed(key: Callable[[], object]) -> Callable[[Any], Flask]:
    """Flask's sessions under this key."""

    def create(people: Any) -> Flask:
        app = Flask(__name__)
        app.secret_key = key()

        @app.post("/login")
        def login() -> Any:
            if people.get(request.json["name"], {}).get("password") != request.json["password"]:
                return "", 401
            session["name"] = request.json["name"]
            return ""

        @app.get("/me")
        def me() -> Any:
            return (jsonify(session["name"]), 200) if session.get("name") in people else ("", 401)

        return app

    return create


def kept(visits: Callable[[], dict], numbers: Callable[[], Callable[[str], str]]) -> Callable[[Any], Flask]:
    """Visits that the application keeps under numbers."""

    def create(people: Any) -> Flask:
        app, known, number = Flask(__name__), visits(), numbers()

        @app.post("/login")
        def login() -> Any:
            name = request.json["name"]
            if people.get(name, {}).get("password") != request.json["password"]:
                return "", 401
            answer = app.make_response("")
            answer.set_cookie("visit", made := number(name))
            known[made] = name
            return answer

        @app.get("/me")
        def me() -> Any:
            name = known.get(request.cookies.get("visit", ""))
            return (jsonify(name), 200) if name in people else ("", 401)

        return app

    return create


def remembered(words: Callable[[], dict]) -> Callable[[Any], Flask]:
    """Passwords that were right are remembered."""

    def create(people: Any) -> Flask:
        app, known = Flask(__name__), words()
        app.secret_key = hashlib.sha256(str(id(app)).encode()).digest()

        @app.post("/login")
        def login() -> Any:
            pair = request.json["name"], request.json["password"]
            if people.get(pair[0], {}).get("password") == pair[1]:
                known[pair] = True
            if pair not in known:
                return "", 401
            session["name"] = pair[0]
            return ""

        @app.get("/me")
        def me() -> Any:
            return (jsonify(session["name"]), 200) if session.get("name") in people else ("", 401)

        return app

    return create


def log_in(client: Any, name: str, word: Any) -> Any:
    return client.post("/login", json={"name": name, "password": word})


def does(client: Any, name: str) -> str:
    return f"{name} is in" if client.get("/me").status_code == 200 else ""


class Namesakes(unittest.TestCase):
    def found(self, create: Callable[[Any], Flask]) -> str:
        with unittest.mock.patch.object(harness, "web_client", lambda app: app.test_client(), create=True):
            return namesakes.Places(create, GROUPS, log_in).crossed(does)

    def test_what_places_share_is_found(self) -> None:
        shared: dict = {}
        counted = itertools.count()
        gaps = {
            "one key for the process": signed(lambda: "k" * 32),
            "a key of the names": signed(lambda: hashlib.sha256(repr(sorted(GROUPS["here"])).encode()).hexdigest()),
            "visits of all": kept(lambda: shared, lambda: lambda name: f"{next(counted)}"),
            "visits counted by each": kept(dict, lambda: lambda name, own=itertools.count(): f"{next(own)}"),
            "visits of a digest": kept(dict, lambda: lambda name: hashlib.sha256(name.encode()).hexdigest()),
            "words of all": remembered(lambda: shared),
        }
        self.assertEqual([name for name, create in gaps.items() if not self.found(create)], [])

    def test_places_of_their_own_are_left_alone(self) -> None:
        keys, counted = itertools.count(), itertools.count()
        self.assertEqual(self.found(signed(lambda: f"key {next(keys)}")), "")
        self.assertEqual(self.found(kept(dict, lambda: lambda name: f"{name} {next(counted)}")), "")
        self.assertEqual(self.found(remembered(dict)), "")


if __name__ == "__main__":
    unittest.main()
