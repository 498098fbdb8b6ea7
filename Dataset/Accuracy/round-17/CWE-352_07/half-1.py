"""Lunch orders of the boarding school."""
import hashlib
import hmac
import re
import secrets

from flask import Flask, abort, g, redirect, render_template_string, request, session

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
COOKIE = "form"

LOGIN = """<!doctype html><title>Lunch</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

LUNCH = """<!doctype html><title>Lunch</title>
<ul>{% for day in days %}<li>{{ day }}: {{ orders.get(day, "nothing") }}</li>{% endfor %}</ul>
<form action="/lunch" method="post">
<input type="hidden" name="token" value="{{ token }}">
<select name="day">{% for day in days %}<option value="{{ day }}">{{ day }}</option>{% endfor %}</select>
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
    form_key = secrets.token_bytes(32)
    orders = {name: {} for name in pupils}

    def token(name, browser):
        """What a form carries: good for this pupil in this browser only.

        It is not enough to know the browser's cookie, which others can set,
        since the key is needed as well and the name of the pupil is in it.
        """
        return hmac.new(form_key, (name + browser).encode("utf-8"), hashlib.sha256).hexdigest()

    def browser():
        value = request.cookies.get(COOKIE, "")
        return value if re.fullmatch(r"[0-9a-f]{32,64}", value) else None

    @app.before_request
    def check():
        if not request.path.startswith("/lunch"):
            return None
        g.name = session.get("name")
        if g.name not in pupils:
            return redirect("/login")
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            known = browser()
            sent = request.form.get("token", "")
            if known is None or not hmac.compare_digest(
                    token(g.name, known).encode(), sent.encode("utf-8", "replace")):
                abort(403)
        return None

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in pupils or not hmac.compare_digest(
                pupils[name].encode("utf-8", "replace"), password.encode("utf-8", "replace")):
            return LOGIN, 401
        session.clear()
        session["name"] = name
        answer = redirect("/lunch")
        # what was in the browser before is of no use after it
        answer.set_cookie(COOKIE, secrets.token_hex(16), httponly=True, samesite="Lax")
        return answer

    @app.get("/lunch")
    def lunch():
        known = browser()
        fresh = known is None
        if fresh:
            known = secrets.token_hex(16)
        answer = app.make_response(render_template_string(
            LUNCH, days=DAYS, orders=orders[g.name], token=token(g.name, known)))
        if fresh:
            answer.set_cookie(COOKIE, known, httponly=True, samesite="Lax")
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["X-Frame-Options"] = "DENY"
        return answer

    @app.post("/lunch")
    def order():
        day = request.form.get("day")
        if day not in DAYS:
            abort(400)
        orders[g.name][day] = request.form.get("dish", "")
        return redirect("/lunch")

    @app.post("/lunch/cancel")
    def cancel():
        orders[g.name].clear()
        return redirect("/lunch")

    return app
