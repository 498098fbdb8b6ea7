import hmac
import itertools
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

LOGIN = """<!doctype html><title>Lunch</title>
<form method="post" action="/login">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

WEEK = """<!doctype html><title>Lunch</title>
<ul>
{% for day, dish in week %}<li>{{ day }}: {{ dish }}</li>
{% endfor %}</ul>
<form method="post" action="/lunch">
<input type="hidden" name="token" value="{{ token }}">
<select name="day">{% for day, dish in week %}<option>{{ day }}</option>{% endfor %}</select>
<input type="text" name="dish"> <button>Order</button>
</form>
<form method="post" action="/lunch/cancel">
<input type="hidden" name="token" value="{{ token }}">
<button>Cancel all</button>
</form>"""


def create_app(pupils):
    app = Flask(__name__, static_folder=None)
    app.secret_key = secrets.token_bytes(32)
    token_key = secrets.token_bytes(32)
    logins = itertools.count(1)
    orders = {name: {} for name in pupils}

    def same(one, two):
        return hmac.compare_digest(one.encode("utf-8", "replace"), two.encode("utf-8", "replace"))

    def token():
        """For this pupil and this login only; the key is not the session's."""
        whose = f"{session['name']}{session['login']}"
        return hmac.new(token_key, whose.encode(), "sha256").hexdigest()

    @app.before_request
    def guard():
        if not request.path.startswith("/lunch"):
            return None
        if session.get("name") not in orders:
            return redirect("/login")
        if request.method == "POST" and not same(request.form.get("token", ""), token()):
            abort(403)
        return None

    @app.get("/login")
    def ask():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        if name not in pupils or not same(request.form.get("password", ""), pupils[name]):
            return LOGIN, 401
        session.clear()         # nothing of an earlier session may live on
        session["name"] = name
        session["login"] = next(logins)
        return redirect("/lunch")

    @app.get("/lunch")
    def week():
        mine = orders[session["name"]]
        return render_template_string(WEEK, week=[(day, mine.get(day, "nothing")) for day in DAYS],
                                      token=token())

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
