import hashlib
import hmac
import secrets
from functools import wraps

from flask import Flask, abort, g, redirect, render_template_string, request, session
from flask.views import MethodView

LOGIN = """<form action="/login" method="post">
<p><input name="name" autocomplete="username">
<p><input name="password" type="password">
<p><input type="submit" value="Log in"></form>"""
ADDRESS = """<form action="/address" method="post">
<p><input type="text" name="address" value="{{ g.customer['address'] }}">
<input type="hidden" name="proof" value="{{ proof }}">
<p><input type="submit" value="Save"></form>"""


def create_app(customers):
    app = Flask("farm")
    app.secret_key = secrets.token_hex(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    form_key = secrets.token_bytes(32)

    def proof():
        message = f"{session['visit']}|{session['name']}".encode()
        return hmac.new(form_key, message, hashlib.sha256).hexdigest()

    def customers_only(view):
        @wraps(view)
        def guarded(*args, **kwargs):
            g.customer = customers.get(session.get("name"))
            if g.customer is None:
                return redirect("/login")
            return view(*args, **kwargs)
        return guarded

    def own_form_only(view):
        @wraps(view)
        def guarded(*args, **kwargs):
            given = request.form.get("proof", "").encode("utf-8", "replace")
            if not hmac.compare_digest(proof().encode(), given):
                abort(403)
            return view(*args, **kwargs)
        return guarded

    class Login(MethodView):
        def get(self):
            return LOGIN

        def post(self):
            name = request.form.get("name", "")
            stored = customers.get(name, {}).get("password", "")
            given = request.form.get("password", "")
            same = secrets.compare_digest(stored.encode(), given.encode("utf-8", "replace"))
            if name not in customers or not same:
                abort(401)
            session.clear()
            session["name"], session["visit"] = name, secrets.token_hex(16)
            return redirect("/address")

    class Address(MethodView):
        decorators = [customers_only]

        def get(self):
            return render_template_string(ADDRESS, proof=proof())

        @own_form_only
        def post(self):
            g.customer["address"] = request.form["address"]
            return redirect("/address")

    app.add_url_rule("/login", view_func=Login.as_view("login"))
    app.add_url_rule("/address", view_func=Address.as_view("address"))
    return app
