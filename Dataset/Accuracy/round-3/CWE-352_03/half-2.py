import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session, url_for

LOGIN = """<!doctype html>
<title>Log in</title>
<form action="{{ url_for('login') }}" method="post">
  <label>Name <input name="name"></label>
  <label>Password <input name="password" type="password"></label>
  <button>Log in</button>
</form>"""

BOOKINGS = """<!doctype html>
<title>Your bookings</title>
<ul>
{% for b in own %}
  <li>{{ b.day }}, lane {{ b.lane }}
    <form action="{{ url_for('cancel') }}" method="post">
      <input type="hidden" name="csrf" value="{{ csrf }}">
      <input type="hidden" name="id" value="{{ b.id }}">
      <button>Cancel</button>
    </form></li>
{% endfor %}
</ul>"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)

    def same(a, b):
        return hmac.compare_digest(a.encode(), b.encode())

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return render_template_string(LOGIN)
        name = request.form.get("name", "")
        if name not in members or not same(members[name], request.form.get("password", "")):
            return render_template_string(LOGIN), 401
        session.clear()
        session["name"] = name
        return redirect(url_for("show"))

    @app.get("/bookings")
    def show():
        if "name" not in session:
            return redirect(url_for("login"))
        if "csrf" not in session:
            session["csrf"] = secrets.token_hex(16)
        own = [b for b in bookings if b["member"] == session["name"]]
        own.sort(key=lambda b: (b["day"], b["lane"]))
        return render_template_string(BOOKINGS, own=own, csrf=session["csrf"])

    @app.post("/cancel")
    def cancel():
        if "name" not in session:
            return redirect(url_for("login"))
        if not same(session.get("csrf", ""), request.form.get("csrf", "")):
            abort(400)
        session.pop("csrf", None)
        chosen = request.form.get("id", type=int)
        bookings[:] = [
            b for b in bookings if not (b["id"] == chosen and b["member"] == session["name"])
        ]
        return redirect(url_for("show"))

    return app
