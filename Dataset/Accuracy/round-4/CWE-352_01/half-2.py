import hmac
import secrets
from html import escape

from flask import Flask, redirect, request, session

PAGE = '<!doctype html><title>Farm</title><form action="{0}" method="post">{1}<button>Send</button></form>'


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config["SESSION_COOKIE_HTTPONLY"] = True

    def login_form():
        return PAGE.format("/login", '<input name="name"><input name="password" type="password">')

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return login_form()
        name = request.form.get("name", "")
        if name not in customers or request.form.get("password") != customers[name]["password"]:
            return login_form(), 401
        session.clear()
        session["customer"] = name
        session["token"] = secrets.token_urlsafe(32)
        return redirect("/address", 303)

    def one_time_token_ok():
        expected = session.pop("token", "")
        sent = request.form.get("token", "")
        return hmac.compare_digest(expected.encode(), sent.encode())

    @app.get("/address")
    def show():
        if session.get("customer") not in customers:
            return redirect("/login", 303)
        token = session.setdefault("token", secrets.token_urlsafe(32))
        address = escape(customers[session["customer"]]["address"])
        return PAGE.format("/address", f'<input type="hidden" name="token" value="{token}"><input name="address" value="{address}">')

    @app.post("/address")
    def change():
        if session.get("customer") not in customers:
            return redirect("/login", 303)
        if not one_time_token_ok():
            return "This form is not valid any more.", 400
        customers[session["customer"]]["address"] = request.form.get("address", "")
        return redirect("/address", 303)

    return app
