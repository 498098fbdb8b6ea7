import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session, url_for

LOGIN = """<!doctype html>
<title>Log in</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

BOOKINGS = """<!doctype html>
<title>Bookings</title>
<ul>
{% for b in bookings %}
<li>{{ b.day }}, lane {{ b.lane }}
<form action="{{ url_for('cancel', booking_id=b.id) }}" method="post">
<input type="hidden" name="token" value="{{ token }}"><button>Cancel</button>
</form></li>
{% endfor %}
</ul>"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    issued = set()

    def current_member():
        name = session.get("member")
        return name if name in members else None

    @app.get("/login")
    def login_form():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        expected = members.get(name)
        if expected is None or not hmac.compare_digest(expected.encode(), password.encode()):
            return LOGIN, 401
        session.clear()
        session["member"] = name
        session["token"] = secrets.token_urlsafe(24)
        issued.add(session["token"])
        return redirect(url_for("show"))

    @app.get("/bookings")
    def show():
        member = current_member()
        if member is None:
            return redirect(url_for("login_form"))
        own = [b for b in bookings if b["member"] == member]
        own.sort(key=lambda b: (b["day"], b["lane"]))
        return render_template_string(BOOKINGS, bookings=own, token=session["token"])

    @app.post("/bookings/<int:booking_id>/cancel")
    def cancel(booking_id):
        member = current_member()
        if member is None:
            return redirect(url_for("login_form"))
        if request.form.get("token") not in issued:
            abort(403)
        bookings[:] = [b for b in bookings if b["id"] != booking_id or b["member"] != member]
        return redirect(url_for("show"), 303)

    return app
