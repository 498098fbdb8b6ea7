import hashlib
import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]

LOGIN = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

LUNCH = """<!doctype html><title>Lunch</title>
<ul>{% for day in days %}<li>{{ day }}: {{ orders.get(day, "nothing") }}</li>{% endfor %}</ul>
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
    token_key = secrets.token_bytes(32)
    orders = {name: {} for name in pupils}

    # A token is made for one pupil, and says so by its signature. It does not
    # depend on any cookie but the one that tells who is logged in.

    def sign(name, nonce):
        return hmac.new(token_key, (name + nonce).encode("utf-8"), hashlib.sha256).hexdigest()

    def new_token(name):
        nonce = secrets.token_urlsafe(16)
        return nonce + "." + sign(name, nonce)

    def is_token_of(name, token):
        nonce, _, signature = token.partition(".")
        return hmac.compare_digest(sign(name, nonce).encode(), signature.encode("utf-8"))

    @app.before_request
    def guard():
        if not request.path.startswith("/lunch"):
            return None
        name = session.get("name")
        if name not in orders:
            return redirect("/login")
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            if not is_token_of(name, request.form.get("token", "")):
                abort(403)
        return None

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in pupils or not hmac.compare_digest(pupils[name].encode(), password.encode()):
            return LOGIN, 401
        session.clear()
        session["name"] = name
        return redirect("/lunch")

    @app.get("/lunch")
    def lunch():
        name = session["name"]
        return render_template_string(LUNCH, days=DAYS, orders=orders[name], token=new_token(name))

    @app.post("/lunch")
    def order():
        day = request.form.get("day")
        if day not in DAYS:
            abort(400)
        orders[session["name"]][day] = request.form.get("dish", "")
        return redirect("/lunch")

    @app.post("/lunch/cancel")
    def cancel():
        orders[session["name"]].clear()
        return redirect("/lunch")

    return app
