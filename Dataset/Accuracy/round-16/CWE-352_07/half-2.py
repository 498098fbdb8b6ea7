import secrets
from functools import wraps
from hmac import compare_digest

from flask import Flask, abort, redirect, render_template_string, request, session

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

LOGIN = """<!doctype html>
<html><head><title>Log in</title></head><body>
<form action="/login" method="post">
<p>Name <input name="name"></p>
<p>Password <input name="password" type="password"></p>
<p><button type="submit">Log in</button></p>
</form></body></html>
"""

LUNCH = """<!doctype html>
<html><head><title>Lunch</title></head><body>
<ul>{% for day in days %}
<li>{{ day }}: {% if day in orders %}{{ orders[day] }}{% else %}nothing{% endif %}</li>{% endfor %}
</ul>
<form action="/lunch" method="post">
<input type="hidden" name="csrf" value="{{ csrf }}">
<select name="day">{% for day in days %}<option value="{{ day }}">{{ day }}</option>{% endfor %}</select>
<input type="text" name="dish">
<button type="submit">Order</button>
</form>
<form action="/lunch/cancel" method="post">
<input type="hidden" name="csrf" value="{{ csrf }}">
<button type="submit">Cancel all</button>
</form></body></html>
"""


def create_app(pupils):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Strict"
    orders = {name: {} for name in pupils}
    # The tokens never leave the server but in the forms; a cookie only has
    # the (signed) number of the visit.
    tokens = {}

    def protected(view):
        @wraps(view)
        def checked():
            token = tokens.get(session.get("visit"))
            sent = request.form.get("csrf", "")
            if not token or not compare_digest(token.encode(), sent.encode()):
                abort(403)
            return view()
        return checked

    @app.before_request
    def visit():
        if "visit" not in session:
            session["visit"] = secrets.token_urlsafe(16)
        if request.path.startswith("/lunch") and session.get("name") not in pupils:
            return redirect("/login")

    @app.get("/login")
    def login_form():
        return render_template_string(LOGIN)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in pupils or not compare_digest(password.encode(), pupils[name].encode()):
            session.pop("name", None)
            return render_template_string(LOGIN), 401
        session["name"] = name
        # what somebody may have seen before the login is worth nothing after it
        tokens[session["visit"]] = secrets.token_urlsafe(32)
        return redirect("/lunch")

    @app.get("/lunch")
    def lunch():
        return render_template_string(LUNCH, days=DAYS, orders=orders[session["name"]],
                                      csrf=tokens[session["visit"]])

    @app.post("/lunch")
    @protected
    def order():
        day = request.form.get("day", "")
        if day not in DAYS:
            abort(400)
        orders[session["name"]][day] = request.form.get("dish", "")
        return redirect("/lunch")

    @app.post("/lunch/cancel")
    @protected
    def cancel():
        orders[session["name"]] = {}
        return redirect("/lunch")

    return app
