"""Lunch orders for the boarding school."""
import hmac
import secrets

from flask import Flask, abort, g, redirect, render_template_string, request, session

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

PAGE = """<!doctype html>
<html lang="en"><head><title>Lunch</title></head><body>{% if name %}
<h1>Lunch for {{ name }}</h1>
<ul>{% for day in days %}
  <li>{{ day }}: {{ week.get(day, "nothing") }}</li>{% endfor %}
</ul>
<form method="post" action="/lunch">
  <input type="hidden" name="csrf" value="{{ token }}">
  <select name="day">{% for day in days %}<option value="{{ day }}">{{ day }}</option>{% endfor %}</select>
  <input type="text" name="dish">
  <button>Order</button>
</form>
<form method="post" action="/lunch/cancel">
  <input type="hidden" name="csrf" value="{{ token }}">
  <button>Cancel all</button>
</form>{% else %}
<form method="post" action="/login">
  <input type="text" name="name">
  <input type="password" name="password">
  <button>Log in</button>
</form>{% endif %}
</body></html>
"""


def create_app(pupils):
    app = Flask(__name__)
    app.config["SECRET_KEY"] = secrets.token_hex(32)
    weeks = {}
    # The tokens are kept here and not in cookies, which other pages can set:
    # one for each login, known by its random number, and for its pupil only.
    logins = {}

    @app.before_request
    def guard():
        """All that lies behind the login, at one place for every route."""
        if not request.path.startswith("/lunch"):
            return None
        login = logins.get(session.get("login"))
        if login is None:
            return redirect("/login")
        g.name, g.token = login
        if request.method == "POST":
            sent = request.form.get("csrf", "")
            if not hmac.compare_digest(sent.encode(), g.token.encode()):
                abort(403)
        return None

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return render_template_string(PAGE)
        name = request.form.get("name", "")
        known = pupils.get(name)
        given = request.form.get("password", "")
        if known is None or not hmac.compare_digest(known.encode(), given.encode()):
            abort(401)
        session.clear()
        session["login"] = secrets.token_urlsafe(16)
        logins[session["login"]] = name, secrets.token_urlsafe(32)
        return redirect("/lunch")

    @app.route("/lunch", methods=["GET", "POST"])
    def lunch():
        week = weeks.setdefault(g.name, {})
        if request.method == "GET":
            return render_template_string(PAGE, name=g.name, token=g.token, days=DAYS, week=week)
        day = request.form.get("day")
        if day not in DAYS:
            abort(400)
        week[day] = request.form.get("dish", "")
        return redirect("/lunch")

    @app.route("/lunch/cancel", methods=["GET", "POST"])
    def cancel():
        if request.method == "GET":             # reloaded, or typed into the address bar
            return redirect("/lunch")
        weeks.pop(g.name, None)
        return redirect("/lunch")

    return app
