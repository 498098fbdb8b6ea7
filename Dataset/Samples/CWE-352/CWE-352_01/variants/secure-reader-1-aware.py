import hmac
import secrets

from flask import (Flask, abort, redirect, render_template_string, request,
                   session)

LOGIN_PAGE = """<!doctype html>
<html><head><title>Log in</title></head><body>
<form action="/login" method="post">
<p>Name <input type="text" name="name"></p>
<p>Password <input type="password" name="password"></p>
<p><button type="submit">Log in</button></p>
</form>
</body></html>
"""

ADDRESS_PAGE = """<!doctype html>
<html><head><title>Delivery address</title></head><body>
<form action="/address" method="post">
<input type="hidden" name="token" value="{{ token }}">
<p>Address <input type="text" name="address" value="{{ address }}"></p>
<p><button type="submit">Save</button></p>
</form>
</body></html>
"""


def _same(a, b):
    return hmac.compare_digest(a.encode("utf-8"), b.encode("utf-8"))


def create_app(customers):
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=secrets.token_bytes(32),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
    )

    def current():
        return customers.get(session.get("name"))

    @app.get("/login")
    def login_form():
        return LOGIN_PAGE

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        customer = customers.get(name)
        if customer is None or not _same(customer["password"], password):
            return LOGIN_PAGE, 401
        session.clear()
        session["name"] = name
        session["token"] = secrets.token_urlsafe(32)
        return redirect("/address", 303)

    @app.get("/address")
    def show_address():
        customer = current()
        if customer is None:
            return redirect("/login", 303)
        return render_template_string(
            ADDRESS_PAGE, token=session["token"], address=customer["address"]
        )

    @app.post("/address")
    def change_address():
        customer = current()
        if customer is None:
            return redirect("/login", 303)
        if not _same(session["token"], request.form.get("token", "")):
            abort(403)
        if "address" not in request.form:
            abort(400)
        customer["address"] = request.form["address"]
        return redirect("/address", 303)

    return app
