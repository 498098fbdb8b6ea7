"""The potato stand: opens a drawer for each payment that the payment service has signed."""
import hashlib
import hmac
import json
import os
import threading

from flask import Flask, jsonify, request

DRAWERS = range(1, 13)


def _read_secret():
    """The farm's secret as bytes. Without one there is no stand."""
    text = os.environ.get("PAY_SECRET")
    if not text:
        raise RuntimeError("PAY_SECRET is not set: nobody could pay here")
    # the variable can hold bytes that are no UTF-8; they must not stop the program later
    return text.encode("utf-8", "ignore")


def _is_signed(key, body, signature):
    expected = hmac.new(key, body, hashlib.sha256).hexdigest()
    # as bytes, because `compare_digest` takes no text with letters beyond ASCII
    return hmac.compare_digest(expected.encode("ascii"), signature.encode("utf-8", "replace"))


def _whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


def _drawer(body):
    """The number of the drawer, or None if the body is no payment."""
    try:
        payment = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(payment, dict) or not _whole(payment.get("cents")):
        return None
    number = payment.get("drawer")
    return number if _whole(number) and number in DRAWERS else None


def create_app():
    app = Flask(__name__)
    key = _read_secret()
    opened, lock = [], threading.Lock()

    @app.post("/paid")
    def paid():
        body = request.get_data(cache=False)
        if not _is_signed(key, body, request.headers.get("X-Pay-Signature", "")):
            return "", 403
        number = _drawer(body)
        if number is None:
            return "", 400
        with lock:
            opened.append(number)
        return "", 204

    @app.get("/open")
    def open_drawers():
        with lock:
            return jsonify(list(opened))

    return app
