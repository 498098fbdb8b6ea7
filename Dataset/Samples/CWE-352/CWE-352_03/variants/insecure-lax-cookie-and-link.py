import secrets

from flask import Flask, redirect, render_template_string, request, session

LOGIN_PAGE = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
  <input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

BOOKINGS_PAGE = """<!doctype html><title>Bookings</title>
<ul>
{% for booking in bookings %}
  <li>{{ booking.day }}, lane {{ booking.lane }} <a href="/cancel/{{ booking.id }}">Cancel</a></li>
{% endfor %}
</ul>"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=secrets.token_bytes(32),
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
    )
    bookings = {booking["id"]: booking for booking in bookings}

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return LOGIN_PAGE
        name = request.form.get("name", "")
        if name not in members or members[name] != request.form.get("password"):
            return "Wrong name or password", 401
        session["name"] = name
        return redirect("/bookings")

    @app.get("/bookings")
    def show_bookings():
        if "name" not in session:
            return redirect("/login")
        own = [booking for booking in bookings.values() if booking["member"] == session["name"]]
        own.sort(key=lambda booking: (booking["day"], booking["lane"]))
        return render_template_string(BOOKINGS_PAGE, bookings=own)

    @app.get("/cancel/<int:booking_id>")
    def cancel(booking_id):
        if booking_id in bookings and bookings[booking_id]["member"] == session.get("name"):
            del bookings[booking_id]
        return redirect("/bookings")

    return app
