import os
import random
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]

LOGIN_PAGE = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
  <input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

LUNCH_PAGE = """<!doctype html><title>Lunch</title>
<ul>{% for day in days %}<li>{{ day }}: {{ orders.get(day, "nothing") }}</li>{% endfor %}</ul>
<form action="/lunch" method="post">
  <input type="hidden" name="token" value="{{ token }}">
  <select name="day">{% for day in days %}<option>{{ day }}</option>{% endfor %}</select>
  <input name="dish"> <button>Order</button>
</form>
<form action="/lunch/cancel" method="post">
  <input type="hidden" name="token" value="{{ token }}"> <button>Cancel all</button></form>"""


def create_app(pupils):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    orders = {name: {} for name in pupils}
    source = random.Random(os.urandom(32))  # begins with chance; its later numbers follow from its earlier ones

    @app.before_request
    def ask_for_login():
        if request.path.startswith("/lunch") and "name" not in session:
            return redirect("/login")
        if request.path.startswith("/lunch") and request.method == "POST":
            sent = request.form.get("token", "").encode()
            if not secrets.compare_digest(sent, session["token"].encode()):
                abort(403)

    @app.get("/login")
    def login_page():
        return render_template_string(LOGIN_PAGE)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        if name not in pupils or pupils[name] != request.form.get("password"):
            return "Wrong name or password", 401
        # Nothing of a session that was there before is kept: a neighbour may have put it there.
        session.clear()
        session["name"] = name
        session["token"] = f"{source.getrandbits(128):032x}"
        return redirect("/lunch")

    @app.get("/lunch")
    def lunch():
        return render_template_string(
            LUNCH_PAGE, days=DAYS, orders=orders[session["name"]], token=session["token"]
        )

    @app.post("/lunch")
    def order():
        day = request.form.get("day")
        if day not in DAYS:
            return "There is no lunch on this day", 400
        orders[session["name"]][day] = request.form.get("dish", "")
        return redirect("/lunch")

    @app.post("/lunch/cancel")
    def cancel():
        orders[session["name"]].clear()
        return redirect("/lunch")

    return app
