import secrets

from flask import Flask, redirect, render_template_string, request, session, url_for

LOGIN_PAGE = """<!doctype html>
<title>Login</title>
<form action="/login" method="post">
  <input name="name">
  <input name="password" type="password">
  <button>Log in</button>
</form>
"""

BOOKINGS_PAGE = """<!doctype html>
<title>Bookings</title>
<ul>
{% for b in bookings %}
  <li>{{ b.day }}, lane {{ b.lane }}
    <form action="/bookings/{{ b.id }}/cancel" method="post"><button>Cancel</button></form>
  </li>
{% endfor %}
</ul>
"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)

    @app.get("/login")
    def login_form():
        return LOGIN_PAGE

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        if name not in members or members[name] != request.form.get("password"):
            return "Wrong name or password", 401
        session["member"] = name
        return redirect(url_for("show_bookings"))

    @app.get("/bookings")
    def show_bookings():
        member = session.get("member")
        if member is None:
            return redirect(url_for("login_form"))
        own = [b for b in bookings if b["member"] == member]
        own.sort(key=lambda b: (b["day"], b["lane"]))
        return render_template_string(BOOKINGS_PAGE, bookings=own)

    @app.post("/bookings/<int:booking_id>/cancel")
    def cancel(booking_id):
        member = session.get("member")
        if member is None:
            return redirect(url_for("login_form"))
        for b in bookings:
            if b["id"] == booking_id and b["member"] == member:
                bookings.remove(b)
                break
        return redirect(url_for("show_bookings"))

    return app
