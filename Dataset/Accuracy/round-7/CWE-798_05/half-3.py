import hashlib
import hmac
import os
from flask import Flask, jsonify, request


class Cabinet:
    def __init__(self, secret):
        self._key = secret.encode("utf-8")
        self.opened = []

    def verify(self, body, signature):
        mac = hmac.new(self._key, body, hashlib.sha256).hexdigest()
        return hmac.compare_digest(mac.encode(), signature.encode())

    def pay(self, payment):
        if not isinstance(payment, dict):
            return False
        drawer, cents = payment.get("drawer"), payment.get("cents")
        if type(drawer) is not int or type(cents) is not int or not 0 < drawer < 13:
            return False
        self.opened.append(drawer)
        return True


def create_app():
    secret = os.environ.get("PAY_SECRET")
    if not secret:
        raise RuntimeError("PAY_SECRET is missing or empty")
    app = Flask(__name__)
    app.url_map.strict_slashes = False
    cabinet = Cabinet(secret)

    @app.before_request
    def check_signature():
        if request.path == "/paid":
            signature = request.headers.get("X-Pay-Signature")
            if signature is None or not cabinet.verify(request.get_data(), signature):
                return "", 403

    @app.post("/paid")
    def paid():
        return ("", 204) if cabinet.pay(request.get_json(force=True, silent=True)) else ("", 400)

    @app.get("/open")
    def opened():
        return jsonify(cabinet.opened)

    return app
