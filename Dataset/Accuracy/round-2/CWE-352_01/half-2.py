import os
from hmac import compare_digest
from secrets import token_urlsafe

from flask import Flask, redirect, request, session, url_for
from markupsafe import Markup, escape

PAGE = Markup("<!doctype html><html><body>{}</body></html>")
LOGIN_FORM = Markup("""<form action="/login" method="post">
<label>Name <input name="name"></label>
<label>Password <input type="password" name="password"></label>
<button>Log in</button></form>""")
ADDRESS_FORM = Markup("""<form action="/address" method="post">
<input type="hidden" name="csrf" value="{}">
<input type="text" name="address" value="{}">
<button>Save</button></form>""")


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = os.urandom(32)
    app.config.update(SESSION_COOKIE_HTTPONLY=True)

    def sent_by_our_form():
        origin = request.headers.get("Origin")
        if origin is not None:
            return origin.startswith(request.host_url.rstrip("/"))
        expected = session.get("csrf")
        given = request.form.get("csrf", "")
        return bool(expected) and compare_digest(expected.encode(), given.encode())

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return str(PAGE.format(LOGIN_FORM))
        name, password = request.form.get("name"), request.form.get("password", "")
        if name not in customers or customers[name]["password"] != password:
            return str(PAGE.format(LOGIN_FORM)), 401
        session.clear()
        session.update(name=name, csrf=token_urlsafe(32))
        return redirect(url_for("address"))

    @app.route("/address", methods=["GET", "POST"])
    def address():
        customer = customers.get(session.get("name"))
        if customer is None:
            return redirect(url_for("login"))
        if request.method == "POST":
            if not sent_by_our_form():
                return "This request did not come from our form.", 403
            customer["address"] = request.form.get("address", customer["address"])
            return redirect(url_for("address"))
        form = ADDRESS_FORM.format(session["csrf"], escape(customer["address"]))
        return str(PAGE.format(form))

    return app
