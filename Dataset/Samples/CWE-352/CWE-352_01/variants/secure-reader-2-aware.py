import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html>
<title>Log in</title>
<form action="/login" method="post">
<input name="name"> <input type="password" name="password"> <button>Log in</button>
</form>"""

ADDRESS = """<!doctype html>
<title>Your address</title>
<form action="/address" method="post">
<input type="hidden" name="csrf_token" value="{{ token }}">
<input type="text" name="address" value="{{ address }}"> <button>Save</button>
</form>"""


def _same(a, b):
    return hmac.compare_digest(a.encode("utf-8"), b.encode("utf-8"))


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)

    def current_customer():
        return customers.get(session.get("name"))

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in customers or not _same(customers[name]["password"], password):
            return "Wrong name or password.", 401
        session.clear()
        session["name"] = name
        session["csrf_token"] = secrets.token_urlsafe(32)
        return redirect("/address", 303)

    @app.get("/address")
    def address_page():
        customer = current_customer()
        if customer is None:
            return redirect("/login", 303)
        return render_template_string(
            ADDRESS, token=session["csrf_token"], address=customer["address"]
        )

    @app.post("/address")
    def change_address():
        customer = current_customer()
        if customer is None:
            return redirect("/login", 303)
        if not _same(request.form.get("csrf_token", ""), session["csrf_token"]):
            abort(403)
        if "address" not in request.form:
            abort(400)
        customer["address"] = request.form["address"]
        return redirect("/address", 303)

    return app
