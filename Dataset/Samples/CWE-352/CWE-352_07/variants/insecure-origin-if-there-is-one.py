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
  <select name="day">{% for day in days %}<option>{{ day }}</option>{% endfor %}</select>
  <input name="dish"> <button>Order</button>
</form>
<form action="/lunch/cancel" method="post"><button>Cancel all</button></form>"""


def is_own_page():
    origin = request.headers.get("Origin")
    return origin in (None, "null", request.host_url.rstrip("/"))


def create_app(pupils):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    orders = {name: {} for name in pupils}

    @app.before_request
    def ask_for_login():
        if request.path.startswith("/lunch") and "name" not in session:
            return redirect("/login")
        if request.method == "POST" and not is_own_page():
            abort(403)

    @app.get("/login")
    def login_page():
        return render_template_string(LOGIN_PAGE)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        if name not in pupils or pupils[name] != request.form.get("password"):
            return "Wrong name or password", 401
        session["name"] = name
        return redirect("/lunch")

    @app.get("/lunch")
    def lunch():
        return render_template_string(LUNCH_PAGE, days=DAYS, orders=orders[session["name"]])

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
