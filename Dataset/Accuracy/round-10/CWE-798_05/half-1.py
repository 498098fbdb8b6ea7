"""Potato stand: what the payment service tells us."""
import hashlib
import hmac
import json
import os
import re

from flask import Flask, abort, jsonify, request

DRAWERS = range(1, 13)
_DIGITS = re.compile(r"[0-9a-f]{64}")


def _is_int(value):
    return isinstance(value, int) and not isinstance(value, bool)


def _drawer_of(body):
    try:
        payment = json.loads(body)
    except (ValueError, RecursionError):
        abort(400)
    if not isinstance(payment, dict) or not _is_int(payment.get("cents")):
        abort(400)
    drawer = payment.get("drawer")
    if not _is_int(drawer) or drawer not in DRAWERS:
        abort(400)
    return drawer


def create_app():
    secret = os.environ.get("PAY_SECRET", "")
    if not secret:
        raise RuntimeError("PAY_SECRET is not set: no payment could be trusted")
    # the environment may bring bytes along that are no UTF-8; Python hands them over as
    # lone surrogates, which cannot be encoded
    key = secret.encode("utf-8", "ignore")

    app = Flask(__name__)
    opened = []

    @app.post("/paid")
    def paid():
        body = request.get_data()
        signature = request.headers.get("X-Pay-Signature", "")
        if not _DIGITS.fullmatch(signature):
            abort(403)
        if not hmac.compare_digest(signature, hmac.new(key, body, hashlib.sha256).hexdigest()):
            abort(403)
        opened.append(_drawer_of(body))
        return "", 204

    @app.get("/open")
    def open_drawers():
        return jsonify(opened)

    return app
