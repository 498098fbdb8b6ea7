import hmac
import json
import os
from flask import Flask, abort, jsonify, request

DRAWERS = range(1, 13)


def _keys():
    """The keys that are good: the secret, also without the line break that an editor may have left at its end."""
    secret = os.environ.get("PAY_SECRET", "")
    if secret == "":
        return []
    return [text.encode("utf-8") for text in dict.fromkeys([secret, secret.strip()])]


def _drawer(body):
    try:
        payment = json.loads(body.decode("utf-8"))
    except ValueError:
        abort(400)
    if not isinstance(payment, dict) or type(payment.get("cents")) is not int:
        abort(400)
    drawer = payment.get("drawer")
    if type(drawer) is not int or drawer not in DRAWERS:
        abort(400)
    return drawer


def create_app():
    app = Flask(__name__)
    keys = _keys()
    log = []
    if not keys:
        app.logger.error("PAY_SECRET is not set, all payments will be refused")

    @app.route("/paid", methods=["POST"])
    def paid():
        body = request.get_data()
        signature = request.headers.get("X-Pay-Signature", "").encode("utf-8")
        good = [hmac.compare_digest(hmac.digest(key, body, "sha256").hex().encode(), signature) for key in keys]
        if not any(good):
            abort(403)
        log.append(_drawer(body))
        return "", 204

    @app.route("/open")
    def opened():
        return jsonify(log)

    return app
