import secrets

from flask import Flask, redirect, render_template_string, request, session

LOGIN_PAGE = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
  <input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

BOOKINGS_PAGE = """<!doctype html><title>Bookings</title>
<ul>
{% for booking in bookings %}
  <li>
    <form action="/bookings" method="post">
      {{ booking.day }}, lane {{ booking.lane }}
      <button name="cancel" value="{{ booking.id }}">Cancel</button>
    </form>
  </li>
{% endfor %}
</ul>"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
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

    @app.post("/bookings")
    def cancel():
        if "name" not in session:
            return redirect("/login")
        booking_id = request.form.get("cancel", type=int)
        if booking_id in bookings and bookings[booking_id]["member"] == session.get("name"):
            del bookings[booking_id]
        return redirect("/bookings")

    return app
