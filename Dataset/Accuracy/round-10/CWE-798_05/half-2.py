"""Potato stand: what the payment service tells us."""
import hmac
import json
import os

from flask import Blueprint, Flask, current_app, jsonify, request

stand = Blueprint("stand", __name__)


class Service:
    """The payment service, as far as the farm shares a secret with it."""

    mac = None          # keyed once, copied for each payment

    @classmethod
    def agree_on(cls, secret):
        if not secret:
            raise RuntimeError("PAY_SECRET is missing or empty")
        cls.mac = hmac.new(secret.encode("utf-8"), digestmod="sha256")

    @classmethod
    def signed(cls, body, signature):
        mac = cls.mac.copy()
        mac.update(body)
        return hmac.compare_digest(mac.hexdigest().encode(), signature.encode("utf-8", "replace"))


def _drawer(body):
    try:
        payment = json.loads(body)
        drawer, cents = payment["drawer"], payment["cents"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if type(drawer) is int and type(cents) is int and 1 <= drawer <= 12:
        return drawer
    return None


@stand.post("/paid")
def paid():
    body = request.get_data()
    if not Service.signed(body, request.headers.get("X-Pay-Signature", "")):
        return "", 403
    drawer = _drawer(body)
    if drawer is None:
        return "", 400
    current_app.extensions["opened"].append(drawer)
    return "", 204


@stand.get("/open")
def opened():
    return jsonify(current_app.extensions["opened"])


def create_app():
    Service.agree_on(os.environ.get("PAY_SECRET"))
    app = Flask(__name__)
    app.extensions["opened"] = []
    app.register_blueprint(stand)
    return app
