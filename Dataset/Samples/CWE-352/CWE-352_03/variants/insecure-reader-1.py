from flask import Flask, redirect, render_template_string, request, session

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
    <form action="/cancel/{{ b.id }}" method="post"><button>Cancel</button></form>
  </li>
{% endfor %}
</ul>
"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = "secret"

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return LOGIN_PAGE
        name = request.form.get("name")
        if name in members and members[name] == request.form.get("password"):
            session["name"] = name
            return redirect("/bookings")
        return LOGIN_PAGE, 401

    @app.route("/bookings")
    def list_bookings():
        if "name" not in session:
            return redirect("/login")
        mine = [b for b in bookings if b["member"] == session["name"]]
        mine.sort(key=lambda b: (b["day"], b["lane"]))
        return render_template_string(BOOKINGS_PAGE, bookings=mine)

    @app.route("/cancel/<int:booking_id>", methods=["POST"])
    def cancel(booking_id):
        if "name" not in session:
            return redirect("/login")
        for b in bookings:
            if b["id"] == booking_id and b["member"] == session["name"]:
                bookings.remove(b)
                break
        return redirect("/bookings")

    return app
