import hashlib
import hmac
import json
import os

from flask import Flask, jsonify, request


def create_app():
    app = Flask(__name__)
    secret = os.fsencode(os.environ.get("PAY_SECRET", ""))
    opened = []

    @app.post("/paid")
    def paid():
        if not secret:
            return "", 403
        body = request.get_data()
        expected = hmac.new(secret, body, hashlib.sha256).hexdigest()
        given = request.headers.get("X-Pay-Signature", "")
        if not hmac.compare_digest(expected.encode(), given.encode()):
            return "", 403
        try:
            data = json.loads(body)
        except (ValueError, RecursionError):
            return "", 400
        if not isinstance(data, dict):
            return "", 400
        drawer, cents = data.get("drawer"), data.get("cents")
        if type(drawer) is not int or type(cents) is not int or not 1 <= drawer <= 12:
            return "", 400
        opened.append(drawer)
        return "", 204

    @app.get("/open")
    def drawers():
        return jsonify(opened)

    return app
