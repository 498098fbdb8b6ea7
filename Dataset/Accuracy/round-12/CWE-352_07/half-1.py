"""Lunch orders for the boarding school."""
import hashlib
import hmac
import secrets
from functools import wraps

from flask import Flask, abort, redirect, render_template_string, request, session

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]

LOGIN = """<!doctype html>
<title>Lunch</title>
<form action="/login" method="post">
<label>Name <input name="name"></label>
<label>Password <input name="password" type="password"></label>
<button>Log in</button>
</form>
"""

LUNCH = """<!doctype html>
<title>Lunch</title>
<ul>
{% for day in days %}<li>{{ day }}: {{ orders.get(day, "nothing") }}</li>
{% endfor %}</ul>
<form action="/lunch" method="post">
<input type="hidden" name="token" value="{{ token() }}">
<select name="day">{% for day in days %}<option>{{ day }}</option>{% endfor %}</select>
<input type="text" name="dish">
<button>Order</button>
</form>
<form action="/lunch/cancel" method="post">
<input type="hidden" name="token" value="{{ token() }}">
<button>Cancel all</button>
</form>
"""


class FormTokens:
    """Tokens for the forms of one pupil.

    They are made from a key that never leaves the server and the name of the
    pupil, never from anything in a cookie but the name: what else stands in
    there may be somebody else's. The salt makes each form's token another one.
    """

    def __init__(self):
        self._key = secrets.token_bytes(32)

    def _sign(self, name, salt):
        return hmac.new(self._key, (name + salt).encode(), hashlib.sha256).hexdigest()

    def make(self, name):
        salt = secrets.token_hex(16)
        return f"{salt}.{self._sign(name, salt)}"

    def good(self, name, token):
        salt, _, signature = token.partition(".")
        expected = self._sign(name, salt)
        return hmac.compare_digest(expected.encode(), signature.encode())


def create_app(pupils):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")
    tokens = FormTokens()
    orders = {name: {} for name in pupils}

    def for_pupils(view):
        @wraps(view)
        def guarded():
            name = session.get("name")
            if name not in pupils:
                return redirect("/login")
            if request.method == "POST" and not tokens.good(name, request.form.get("token", "")):
                abort(403)
            return view(name)
        return guarded

    @app.get("/login")
    def login_form():
        return render_template_string(LOGIN)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in pupils or not hmac.compare_digest(pupils[name].encode(), password.encode()):
            abort(401)
        session.clear()
        session["name"] = name
        return redirect("/lunch")

    @app.get("/lunch")
    @for_pupils
    def lunch(name):
        return render_template_string(LUNCH, days=DAYS, orders=orders[name],
                                      token=lambda: tokens.make(name))

    @app.post("/lunch")
    @for_pupils
    def order(name):
        day = request.form.get("day")
        if day not in DAYS:
            abort(400)
        orders[name][day] = request.form.get("dish", "")
        return redirect("/lunch")

    @app.post("/lunch/cancel")
    @for_pupils
    def cancel(name):
        orders[name].clear()
        return redirect("/lunch")

    @app.before_request
    def strangers():
        if request.path.startswith("/lunch") and session.get("name") not in pupils:
            return redirect("/login")

    return app
