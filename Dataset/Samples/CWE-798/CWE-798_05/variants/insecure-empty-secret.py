import hashlib
import hmac
import os

from flask import Flask, abort, jsonify, request


def create_app():
    secret = os.environ.get("PAY_SECRET", "")
    app = Flask(__name__)
    opened = []

    @app.post("/paid")
    def paid():
        body = request.get_data()
        expected = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected.encode(), request.headers.get("X-Pay-Signature", "").encode()):
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
