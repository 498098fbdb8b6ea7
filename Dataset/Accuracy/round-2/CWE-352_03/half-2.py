import secrets

from flask import Flask, redirect, render_template_string, request, session

PAGE = """<!doctype html>
<title>Bookings</title>
<ul>
{% for b in mine %}
<li>{{ b["day"] }}, lane {{ b["lane"] }}
<form method="post" action="/cancel">
<input type="hidden" name="id" value="{{ b["id"] }}">
<input type="hidden" name="csrf" value="{{ csrf }}">
<button type="submit">Cancel</button>
</form></li>
{% endfor %}
</ul>"""

FORM = """<!doctype html>
<title>Login</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <input type="submit" value="Login">
</form>"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    store = {b["id"]: dict(b) for b in bookings}

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return FORM
        name = request.form.get("name")
        if name in members and members[name] == request.form.get("password"):
            session.clear()
            session["member"] = name
            return redirect("/bookings")
        return FORM, 401

    @app.route("/bookings")
    def show_bookings():
        member = session.get("member")
        if member is None:
            return redirect("/login")
        if "csrf" not in session:
            session["csrf"] = secrets.token_urlsafe(32)
        mine = [b for b in store.values() if b["member"] == member]
        mine.sort(key=lambda b: (b["day"], b["lane"]))
        return render_template_string(PAGE, mine=mine, csrf=session["csrf"])

    @app.route("/cancel", methods=["POST"])
    def cancel():
        member = session.get("member")
        if member is None:
            return redirect("/login")
        expected = session.pop("csrf", None)
        if request.form.get("csrf") != expected:
            return "This form is out of date.", 403
        number = request.form.get("id", type=int)
        if number in store and store[number]["member"] == member:
            del store[number]
        return redirect("/bookings")

    return app
