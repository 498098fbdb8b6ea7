import hashlib
import hmac
import secrets

from flask import Flask, abort, make_response, redirect, render_template_string, request, session

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
SEED = "lunch_form"

LOGIN = """<!doctype html>
<title>Lunch</title>
{% if wrong %}<p>Wrong name or password.</p>{% endif %}
<form action="/login" method="post">
<input type="text" name="name"> <input type="password" name="password"> <button>Log in</button>
</form>
"""

LUNCH = """<!doctype html>
<title>Lunch</title>
<ul>
{% for day in days %}<li>{{ day }}: {{ orders.get(day, "nothing") }}</li>
{% endfor %}</ul>
<form action="/lunch" method="post">
<input type="hidden" name="token" value="{{ token }}">
<select name="day">{% for day in days %}<option>{{ day }}</option>{% endfor %}</select>
<input type="text" name="dish"> <button>Order</button>
</form>
<form action="/lunch/cancel" method="post">
<input type="hidden" name="token" value="{{ token }}">
<button>Cancel all</button>
</form>
"""


def create_app(pupils):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")
    token_key = secrets.token_bytes(32)
    orders = {name: {} for name in pupils}

    def token_for(name, seed):
        # Signed double submit: the token belongs to this pupil and to the seed
        # in the cookie, and nobody else can calculate it. Another pupil's pair
        # of cookie and token is of no use here.
        return hmac.new(token_key, (name + seed).encode(), hashlib.sha256).hexdigest()

    @app.before_request
    def guard():
        if not request.path.startswith("/lunch"):
            return None
        name = session.get("name")
        if name not in pupils:
            return redirect("/login")
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            seed = request.cookies.get(SEED)
            if not seed:
                abort(403)
            sent = request.form.get("token", "")
            if not hmac.compare_digest(sent.encode(), token_for(name, seed).encode()):
                abort(403)
        return None

    @app.get("/login")
    def login_page():
        return render_template_string(LOGIN, wrong=False)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in pupils or not hmac.compare_digest(pupils[name].encode(), password.encode()):
            return render_template_string(LOGIN, wrong=True), 401
        session.clear()
        session["name"] = name
        response = redirect("/lunch")
        response.delete_cookie(SEED)
        return response

    @app.get("/lunch")
    def lunch():
        name = session["name"]
        seed = request.cookies.get(SEED) or secrets.token_urlsafe(24)
        response = make_response(render_template_string(
            LUNCH, days=DAYS, orders=orders[name], token=token_for(name, seed)))
        response.set_cookie(SEED, seed, httponly=True, samesite="Lax")
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Frame-Options"] = "DENY"
        return response

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
