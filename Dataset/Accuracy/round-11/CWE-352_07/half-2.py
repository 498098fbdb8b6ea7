import secrets
from hmac import compare_digest

from flask import Flask, redirect, render_template_string, request, session

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

LOGIN = """<!doctype html>
<title>Lunch</title>
{% if wrong %}<p>That is not right.</p>{% endif %}
<form method="post" action="/login">
  <label>Name <input name="name"></label>
  <label>Password <input name="password" type="password"></label>
  <button>Log in</button>
</form>
"""

LUNCH = """<!doctype html>
<title>Lunch</title>
<ul>
{% for day in days %}<li>{{ day }}: {{ week[day] if day in week else "nothing" }}</li>
{% endfor %}</ul>
<form method="post" action="/lunch">
  <input type="hidden" name="csrf" value="{{ session.csrf }}">
  <select name="day">{% for day in days %}<option value="{{ day }}">{{ day }}</option>{% endfor %}</select>
  <input name="dish" type="text">
  <button>Order</button>
</form>
<form method="post" action="/lunch/cancel">
  <input type="hidden" name="csrf" value="{{ session.csrf }}">
  <button>Cancel all</button>
</form>
"""


def create_app(pupils):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Strict"
    weeks = {name: {} for name in pupils}

    @app.before_request
    def check():
        if not request.path.startswith("/lunch"):
            return
        if session.get("name") not in weeks or "csrf" not in session:
            return redirect("/login")
        if request.method in ("GET", "HEAD", "OPTIONS", "TRACE"):
            return                          # they change nothing
        sent = request.form.get("csrf", "")
        if not compare_digest(sent.encode(), session["csrf"].encode()):
            return "This form was not from here.", 403

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "POST":
            name = request.form.get("name", "")
            password = request.form.get("password", "")
            if name in pupils and compare_digest(pupils[name].encode(), password.encode()):
                # nothing that was in the session before is kept
                session.clear()
                session["name"] = name
                session["csrf"] = secrets.token_urlsafe(32)
                return redirect("/lunch")
            return render_template_string(LOGIN, wrong=True), 401
        return render_template_string(LOGIN, wrong=False)

    @app.route("/lunch", methods=["GET", "POST"])
    def lunch():
        week = weeks[session["name"]]
        if request.method == "GET":
            return render_template_string(LUNCH, days=DAYS, week=week)
        day = request.values.get("day")
        if day not in DAYS:
            return "There is no lunch on this day.", 400
        week[day] = request.values.get("dish", "")
        return redirect("/lunch")

    @app.route("/lunch/cancel", methods=["POST"])
    def cancel():
        weeks[session["name"]].clear()
        return redirect("/lunch")

    return app
