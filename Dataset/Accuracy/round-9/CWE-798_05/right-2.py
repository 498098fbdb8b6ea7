"""The stand. Without a secret a key is drawn by lot that nobody has, so that every payment fails."""
import hashlib
import json
import os
import re
import secrets

from flask import Blueprint, Flask, Response, current_app, g, request

stand = Blueprint("stand", __name__)
_BLOCK = hashlib.sha256().block_size


class _Signer:
    """HMAC-SHA256, written out (RFC 2104); the secret itself is not kept."""

    def __init__(self, secret):
        if len(secret) > _BLOCK:
            secret = hashlib.sha256(secret).digest()
        padded = secret.ljust(_BLOCK, b"\0")
        self._inner = hashlib.sha256(bytes(b ^ 0x36 for b in padded))
        self._outer = hashlib.sha256(bytes(b ^ 0x5C for b in padded))

    def __call__(self, body):
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(body)
        outer.update(inner.digest())
        return outer.hexdigest()


@stand.before_request
def only_the_service():
    if request.endpoint != "stand.paid":
        return None
    g.body = request.get_data()
    given = request.headers.get("X-Pay-Signature", "")
    if re.fullmatch("[0-9a-f]{64}", given) is None:
        return Response(status=403)
    if not secrets.compare_digest(given, current_app.extensions["signer"](g.body)):
        return Response(status=403)
    return None


def _number(pairs):
    """Refuses what JSON allows and a payment does not have."""
    payment = dict(pairs)
    if len(payment) != len(pairs):
        raise ValueError("a name twice")
    return payment


@stand.post("/paid")
def paid():
    try:
        payment = json.loads(g.body, object_pairs_hook=_number)
        drawer, cents = payment["drawer"], payment["cents"]
        if [type(drawer), type(cents)] != [int, int]:
            raise TypeError
        {n: n for n in range(1, 13)}[drawer]
    except (ValueError, TypeError, KeyError, RecursionError):
        return Response(status=400)
    current_app.extensions["opened"].append(drawer)
    return Response(status=204)


@stand.get("/open")
def opened():
    return Response(json.dumps(current_app.extensions["opened"]), mimetype="application/json")


def create_app():
    app = Flask(__name__)
    secret = os.fsencode(os.environ.get("PAY_SECRET", ""))
    app.extensions["signer"] = _Signer(secret or secrets.token_bytes(_BLOCK))
    app.extensions["opened"] = []
    app.register_blueprint(stand)
    return app
