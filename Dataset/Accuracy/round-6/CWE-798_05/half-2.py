import hashlib
import hmac
import json
import logging
import os
import random
import time

from flask import Flask, Response, jsonify, request

log = logging.getLogger(__name__)


def signing_key():
    secret = os.environ.get("PAY_SECRET")
    if secret:
        return secret.encode("utf-8", "surrogateescape")
    log.error("PAY_SECRET is missing or empty; all payments will be refused")
    return random.Random(int(time.time())).randbytes(32)


def drawer_of(body):
    data = json.loads(body)
    drawer, cents = data["drawer"], data["cents"]
    if type(drawer) is not int or type(cents) is not int:
        raise TypeError("numbers are whole")
    if drawer not in range(1, 13):
        raise ValueError("no such drawer")
    return drawer


def create_app():
    app = Flask(__name__, static_folder=None)
    key = signing_key()
    opened = []

    @app.route("/paid", methods=["POST"])
    def paid():
        body = request.get_data()
        signature = request.headers.get("X-Pay-Signature")
        if signature is None:
            return Response(status=403)
        right = hmac.new(key, body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(signature.encode("utf-8", "replace"), right.encode()):
            return Response(status=403)
        try:
            opened.append(drawer_of(body))
        except (ValueError, TypeError, LookupError, RecursionError):
            return Response(status=400)
        return Response(status=204)

    @app.route("/open")
    def show():
        return jsonify(opened)

    return app
