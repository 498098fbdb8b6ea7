import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]

LOGIN = """<!doctype html><title>Lunch</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

LUNCH = """<!doctype html><title>Lunch</title>
<ul>{% for day in days %}<li>{{ day }}: {{ orders.get(day) or "nothing" }}</li>{% endfor %}</ul>
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
    tokens = {}     # id of a session -> token of its forms; never in a cookie

    @app.before_request
    def guard():
        if request.path == "/lunch" or request.path.startswith("/lunch/"):
            if session.get("name") not in orders or session.get("id") not in tokens:
                return redirect("/login")
            if request.method == "POST":
                token = request.form.get("token", "")
                if not hmac.compare_digest(token.encode("utf-8", "replace"), tokens[session["id"]].encode()):
                    abort(403)

    @app.get("/login")
    def login_form():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in pupils or not hmac.compare_digest(
            password.encode("utf-8", "replace"), pupils[name].encode()
        ):
            return LOGIN, 401
        if "id" not in session:
            session["id"] = secrets.token_urlsafe(24)
        session["name"] = name
        # a new token with each login: one that was shown before is worth nothing now
        tokens[session["id"]] = secrets.token_urlsafe(32)
        return redirect("/lunch")

    @app.get("/lunch")
    def lunch():
        return render_template_string(
            LUNCH, days=DAYS, orders=orders[session["name"]], token=tokens[session["id"]]
        )

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
