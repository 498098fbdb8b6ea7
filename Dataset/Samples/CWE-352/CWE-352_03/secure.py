import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN_PAGE = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
  <input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

BOOKINGS_PAGE = """<!doctype html><title>Bookings</title>
<ul>
{% for booking in bookings %}
  <li>{{ booking.day }}, lane {{ booking.lane }}
    <form action="/cancel/{{ booking.id }}" method="post">
      <input type="hidden" name="token" value="{{ token }}"> <button>Cancel</button>
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
        session["token"] = secrets.token_hex(16)
        return redirect("/bookings")

    @app.get("/bookings")
    def show_bookings():
        if "name" not in session:
            return redirect("/login")
        own = [booking for booking in bookings.values() if booking["member"] == session["name"]]
        own.sort(key=lambda booking: (booking["day"], booking["lane"]))
        return render_template_string(BOOKINGS_PAGE, bookings=own, token=session["token"])

    @app.post("/cancel/<int:booking_id>")
    def cancel(booking_id):
        if "name" not in session:
            return redirect("/login")
        if not secrets.compare_digest(request.form.get("token", "").encode(), session["token"].encode()):
            abort(403)
        if booking_id in bookings and bookings[booking_id]["member"] == session["name"]:
            del bookings[booking_id]
        return redirect("/bookings")

    return app
