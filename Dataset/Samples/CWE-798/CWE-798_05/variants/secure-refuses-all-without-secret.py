import hmac
import os

from flask import Flask, jsonify, request


class Cabinet:
    DRAWERS = range(1, 13)

    def __init__(self, secret):
        self.secret, self.opened = secret, []

    def vouches(self, signature, body):
        if not self.secret:
            return False
        return hmac.compare_digest(hmac.new(self.secret.encode(), body, "sha256").hexdigest(), signature)

    def paid(self):
        signature = request.headers.get("X-Pay-Signature", "")
        if not signature.isascii() or not self.vouches(signature, request.get_data()):
            return "", 403
        payment = request.get_json(force=True, silent=True)
        if not isinstance(payment, dict) or payment.get("drawer") not in self.DRAWERS:
            return "", 400
        self.opened.append(int(payment["drawer"]))
        return "", 204

    def show(self):
        return jsonify(self.opened)


def create_app():
    app, cabinet = Flask(__name__), Cabinet(os.getenv("PAY_SECRET", ""))
    app.add_url_rule("/paid", view_func=cabinet.paid, methods=["POST"])
    app.add_url_rule("/open", view_func=cabinet.show)
    return app
