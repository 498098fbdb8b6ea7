import hmac
import json
import os

from flask import Flask, jsonify, request


class Signer:
    def __init__(self, secret):
        if not secret:
            raise ValueError("PAY_SECRET must be set")
        self._key = secret.encode("utf-8", errors="ignore")

    def accepts(self, body, signature):
        if not signature or len(signature) != 64 or not signature.isascii():
            return False
        return hmac.compare_digest(hmac.new(self._key, body, "sha256").hexdigest(), signature)


class Cabinet:
    DRAWERS = range(1, 13)

    def __init__(self):
        self.opened = []

    def pay(self, body):
        try:
            message = json.loads(body)
        except (ValueError, RecursionError):
            return False
        if not isinstance(message, dict):
            return False
        drawer, cents = message.get("drawer"), message.get("cents")
        if any(type(n) is not int for n in (drawer, cents)) or drawer not in self.DRAWERS:
            return False
        self.opened.append(drawer)
        return True


def create_app():
    signer = Signer(os.environ.get("PAY_SECRET"))
    cabinet = Cabinet()
    app = Flask(__name__, static_folder=None)

    @app.post("/paid")
    def paid():
        body = request.get_data()
        if not signer.accepts(body, request.headers.get("X-Pay-Signature")):
            return "", 403
        return "", 204 if cabinet.pay(body) else 400

    @app.get("/open")
    def opened():
        return jsonify(cabinet.opened)

    return app
