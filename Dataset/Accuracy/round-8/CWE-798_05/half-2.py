import hashlib
import hmac
import json
import os

from flask import Flask, Response, jsonify, request


def _load_key():
    secret = os.environ.get("PAY_SECRET")
    if not secret:
        raise RuntimeError("PAY_SECRET has to be set")
    return secret.strip().encode("utf-8")


def _drawer(body):
    try:
        data = json.loads(body)
        drawer, cents = data["drawer"], data["cents"]
    except (ValueError, KeyError, TypeError):
        return None
    if type(drawer) is not int or type(cents) is not int or drawer not in range(1, 13):
        return None
    return drawer


def create_app():
    app = Flask(__name__)
    key = _load_key()
    opened = []

    @app.route("/paid", methods=["POST"])
    def paid():
        body = request.get_data(cache=False)
        expected = hmac.digest(key, body, hashlib.sha256).hex()
        given = request.headers.get("X-Pay-Signature")
        if given is None or not hmac.compare_digest(given.encode("utf-8"), expected.encode("utf-8")):
            return Response(status=403)
        drawer = _drawer(body)
        if drawer is None:
            return Response(status=400)
        opened.append(drawer)
        return Response(status=204)

    @app.route("/open")
    def open_drawers():
        return jsonify(opened)

    return app
