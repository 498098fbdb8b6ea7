import hashlib
import hmac
import json
import os
from flask import Flask, Response, jsonify, request


def create_app():
    secret = str(os.environ.get("PAY_SECRET"))
    if not secret:
        raise RuntimeError("PAY_SECRET has to be set")
    key = secret.encode("utf-8", "surrogateescape")
    app = Flask(__name__)
    opened = []

    def signed(body):
        sent = request.headers.get("X-Pay-Signature", "")
        expected = hmac.new(key, body, hashlib.sha256).hexdigest()
        return hmac.compare_digest(sent.encode(), expected.encode())

    @app.post("/paid")
    def paid():
        body = request.get_data()
        if not signed(body):
            return Response(status=403)
        try:
            payment = json.loads(body)
            drawer, cents = payment["drawer"], payment["cents"]
        except (ValueError, TypeError, KeyError):
            return Response(status=400)
        if type(drawer) is not int or type(cents) is not int or not 1 <= drawer <= 12:
            return Response(status=400)
        opened.append(drawer)
        return Response(status=204)

    @app.get("/open")
    def open_drawers():
        return jsonify(opened)

    return app
