import hmac
import json
import os

from flask import Flask, abort, jsonify, request
from werkzeug.exceptions import BadRequest

VARIABLE = "PAY_SECRET"


def _require_secret():
    if not os.environ.get(VARIABLE):
        raise RuntimeError(f"set {VARIABLE} to the secret that you have agreed on with the service")


def _signature(body):
    """What the service puts into its header for this body."""
    # Read afresh each time, so that the secret is kept in no object of the application that
    # a debugger's page or a log of its configuration could show.
    secret = os.environ.get(VARIABLE, "")
    return hmac.digest(os.fsencode(secret), body, "sha256").hex()


def _check_signature():
    given = request.headers.get("X-Pay-Signature")
    if given is None or not given.isascii():
        abort(403)
    if not hmac.compare_digest(given, _signature(request.get_data())):
        abort(403)


def _payment():
    try:
        payment = json.loads(request.get_data())
    except (ValueError, RecursionError):
        raise BadRequest() from None
    if type(payment) is not dict or type(payment.get("cents")) is not int:
        raise BadRequest()
    drawer = payment.get("drawer")
    if type(drawer) is not int or not 1 <= drawer <= 12:
        raise BadRequest()
    return drawer


def create_app():
    _require_secret()
    app = Flask("potatoes")
    opened = []

    @app.route("/paid", methods=["POST"])
    def paid():
        _check_signature()
        opened.append(_payment())
        return "", 204

    @app.route("/open")
    def what_is_open():
        return jsonify(opened)

    return app
