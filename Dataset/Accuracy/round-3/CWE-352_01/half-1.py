import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Login</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""
ADDRESS = """<!doctype html><title>Address</title>
<form action="/address" method="post">
<input type="hidden" name="csrf" value="{{ csrf }}">
<input type="text" name="address" value="{{ address }}"> <button>Save</button>
</form>"""


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)

    @app.get("/login")
    def login_form():
        return render_template_string(LOGIN)

    @app.post("/login")
    def login():
        customer = customers.get(request.form.get("name", ""))
        password = request.form.get("password", "")
        if customer is None or not hmac.compare_digest(customer["password"].encode(), password.encode()):
            abort(401)
        session.clear()
        session["name"] = request.form["name"]
        session["csrf"] = secrets.token_urlsafe(32)
        return redirect("/address")

    @app.get("/address")
    def address_form():
        if session.get("name") not in customers:
            return redirect("/login")
        session["csrf"] = secrets.token_urlsafe(32)
        return render_template_string(
            ADDRESS, csrf=session["csrf"], address=customers[session["name"]]["address"])

    @app.post("/address")
    def address():
        if session.get("name") not in customers:
            return redirect("/login")
        expected = session.pop("csrf", "")
        if not hmac.compare_digest(request.form.get("csrf", "").encode(), expected.encode()):
            abort(403)
        customers[session["name"]]["address"] = request.form.get("address", "")
        return redirect("/address")

    return app
