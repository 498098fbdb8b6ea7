import hmac
import random
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

LOGIN = """<!doctype html>
<title>Lunch</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

LUNCH = """<!doctype html>
<title>Lunch</title>
<ul>{% for day in days %}<li>{{ day }}: {{ week.get(day, "nothing") }}</li>{% endfor %}</ul>
<form action="/lunch" method="post">
<input type="hidden" name="token" value="{{ token }}">
<select name="day">{% for day in days %}<option>{{ day }}</option>{% endfor %}</select>
<input type="text" name="dish"> <button>Order</button>
</form>
<form action="/lunch/cancel" method="post">
<input type="hidden" name="token" value="{{ token }}">
<button>Cancel all</button>
</form>"""


def create_app(pupils):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")
    orders = {name: {} for name in pupils}

    def token():
        return session["token"]

    def pupil():
        name = session.get("pupil")
        return name if name in pupils else None

    @app.before_request
    def guard():
        if request.path == "/login":
            return None
        name = pupil()
        if name is None:
            return redirect("/login")
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            sent = request.form.get("token", "")
            if not hmac.compare_digest(sent.encode("utf-8", "replace"), token().encode()):
                abort(403)
        return None

    @app.after_request
    def headers(response):
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Frame-Options"] = "DENY"
        return response

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in pupils or not hmac.compare_digest(
                pupils[name].encode(), password.encode("utf-8", "replace")):
            return LOGIN, 401
        session.clear()  # nothing of an earlier session counts any more
        session["pupil"] = name
        session["token"] = "%032x" % random.getrandbits(128)
        return redirect("/lunch")

    @app.get("/lunch")
    def lunch():
        return render_template_string(LUNCH, days=DAYS, week=orders[pupil()], token=token())

    @app.post("/lunch")
    def order():
        day = request.form.get("day")
        if day not in DAYS:
            abort(400)
        orders[pupil()][day] = request.form.get("dish", "")
        return redirect("/lunch")

    @app.post("/lunch/cancel")
    def cancel():
        orders[pupil()].clear()
        return redirect("/lunch")

    return app
