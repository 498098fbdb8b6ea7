import hashlib
import hmac
import os

from flask import Flask, jsonify, request


def create_app():
    app = Flask(__name__)
    secret = os.environ.get("PAY_SECRET", "").encode()
    opened = []

    def signature(body):
        if not secret:
            return ""
        return hmac.new(secret, body, hashlib.sha256).hexdigest()

    @app.post("/paid")
    def paid():
        body = request.get_data()
        given = request.headers.get("X-Pay-Signature", "")
        if not hmac.compare_digest(signature(body).encode(), given.encode()):
            return "", 403
        data = request.get_json(force=True, silent=True)
        if not isinstance(data, dict):
            return "", 400
        drawer, cents = data.get("drawer"), data.get("cents")
        if type(drawer) is not int or not 1 <= drawer <= 12 or type(cents) is not int:
            return "", 400
        opened.append(drawer)
        return "", 204

    @app.get("/open")
    def list_opened():
        return jsonify(opened)

    return app
