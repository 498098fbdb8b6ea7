import hashlib
import hmac
import json
import os
from dataclasses import dataclass, fields

from flask import Flask, abort, jsonify, request


@dataclass(frozen=True)
class Settings:
    """All settings come from the environment; none has a value in the program."""

    pay_secret: str

    def __post_init__(self):
        if not self.pay_secret:
            raise RuntimeError("PAY_SECRET is missing or empty")

    @classmethod
    def from_environment(cls):
        return cls(**{f.name: f.type(os.environ.get(f.name.upper())) for f in fields(cls)})


def payment(body):
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        abort(400)
    if not isinstance(data, dict):
        abort(400)
    drawer, cents = data.get("drawer"), data.get("cents")
    if type(drawer) is not int or type(cents) is not int or not 1 <= drawer <= 12:
        abort(400)
    return drawer


def create_app():
    app = Flask(__name__, static_folder=None)
    key = Settings.from_environment().pay_secret.encode("utf-8", "surrogateescape")
    opened = []

    @app.post("/paid")
    def paid():
        body = request.get_data()
        expected = hmac.new(key, body, hashlib.sha256).hexdigest()
        given = request.headers.get("X-Pay-Signature", "")
        if not hmac.compare_digest(expected.encode(), given.encode("utf-8", "replace")):
            abort(403)
        opened.append(payment(body))
        return "", 204

    @app.get("/open")
    def open_drawers():
        return jsonify(opened)

    return app
