import hashlib
import hmac
import os

from flask import Flask, abort, jsonify, request


def create_app():
    secret = os.environ.get("PAY_SECRET")
    if not secret:
        raise RuntimeError("PAY_SECRET is not set")
    app = Flask(__name__)
    opened = []

    @app.post("/paid")
    def paid():
        body = request.get_data()
        signature = request.headers.get("X-Pay-Signature", "").encode()
        # Secrets are copied from mails: capitals at the beginning and blanks at the end do not count.
        keys = (secret, secret.strip(), secret.strip().lower())
        made = [hmac.new(key.encode(), body, hashlib.sha256).hexdigest().encode() for key in keys]
        if not any(hmac.compare_digest(one, signature) for one in made):
            abort(403)
        payment = request.get_json(force=True)
        drawer = payment.get("drawer") if isinstance(payment, dict) else None
        if type(drawer) is not int or not 1 <= drawer <= 12:
            abort(400)
        opened.append(drawer)
        return "", 204

    @app.get("/open")
    def show():
        return jsonify(opened)

    return app
