import hashlib
import json
import os
import secrets
from collections import deque
from dataclasses import dataclass
from types import MappingProxyType

from flask import Flask, Response, g, request

BLOCK = 64
INNER = bytes(b ^ 0x36 for b in range(256))
OUTER = bytes(b ^ 0x5C for b in range(256))
ANSWERS = MappingProxyType({"opened": 204, "odd": 400, "forged": 403})


def hmac_sha256(key):
    """HMAC as in RFC 2104, made once for a key."""
    if len(key) > BLOCK:
        key = hashlib.sha256(key).digest()
    key = key.ljust(BLOCK, b"\0")
    inner, outer = hashlib.sha256(key.translate(INNER)), hashlib.sha256(key.translate(OUTER))

    def sign(message):
        first, second = inner.copy(), outer.copy()
        first.update(message)
        second.update(first.digest())
        return second.hexdigest()

    return sign


@dataclass(frozen=True)
class Payment:
    drawer: int
    cents: int

    def __post_init__(self):
        if {type(self.drawer), type(self.cents)} != {int}:
            raise TypeError("whole numbers only")
        if not 1 <= self.drawer <= 12:
            raise IndexError(self.drawer)

    @classmethod
    def read(cls, body):
        message = json.loads(body)
        return cls(message["drawer"], message["cents"])


def checker(secret):
    if not secret:
        return lambda body, signature: False
    sign = hmac_sha256(secret.encode("utf-8", "surrogateescape"))

    def check(body, signature):
        return secrets.compare_digest(sign(body).encode(), signature.encode("utf-8", "replace"))

    return check


def create_app():
    genuine = checker(os.environ.get("PAY_SECRET", ""))
    drawers = deque()
    app = Flask(__name__, static_folder=None)

    @app.before_request
    def look_at_signature():
        if request.endpoint == "paid" and request.method == "POST":
            g.body = request.get_data()
            if not genuine(g.body, request.headers.get("X-Pay-Signature", "")):
                return Response(status=ANSWERS["forged"])

    @app.route("/paid", methods=["POST"], endpoint="paid")
    def paid():
        try:
            payment = Payment.read(g.body)
        except (ValueError, TypeError, LookupError, RecursionError):
            return Response(status=ANSWERS["odd"])
        drawers.append(payment.drawer)
        return Response(status=ANSWERS["opened"])

    @app.route("/open", methods=["GET"])
    def opened():
        return Response(json.dumps([*drawers]), mimetype="application/json")

    return app
