import hmac
import secrets
import time

from flask import Flask, redirect, request, session
from markupsafe import escape

LIFETIME = 3600


class FormKeys:
    """Keys for forms; each may be used one time and for one hour."""

    def __init__(self):
        self._keys = {}

    def issue(self):
        key = secrets.token_urlsafe(24)
        self._keys[key] = time.monotonic() + LIFETIME
        return key

    def redeem(self, key):
        return self._keys.pop(key, 0) > time.monotonic()


def create_app(customers):
    app = Flask(__name__)
    app.config["SECRET_KEY"] = secrets.token_hex(32)
    keys = FormKeys()

    def current():
        return customers.get(session.get("name", ""))

    @app.route("/login", methods=["GET", "POST"])
    def login():
        form = ('<form method="post" action="/login"><input name="name">'
                '<input type="password" name="password"><input type="submit"></form>')
        if request.method == "GET":
            return form
        name = request.form.get("name", "")
        stored = customers.get(name, {}).get("password")
        if stored is None or not hmac.compare_digest(stored.encode(), request.form.get("password", "").encode()):
            return form, 401
        session.clear()
        session["name"] = name
        return redirect("/address", 303)

    @app.route("/address", methods=["GET", "POST"])
    def address():
        customer = current()
        if customer is None:
            return redirect("/login", 303)
        if request.method == "POST":
            if not keys.redeem(request.form.get("key", "")):
                return "This form is not valid any more.", 403
            customer["address"] = request.form.get("address", "")
            return redirect("/address", 303)
        return (f'<form method="post" action="/address"><input type="hidden" name="key" value="{keys.issue()}">'
                f'<input name="address" value="{escape(customer["address"])}"><input type="submit"></form>')

    return app
