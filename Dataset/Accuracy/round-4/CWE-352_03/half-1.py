import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Login</title>
<form action="/login" method="post"><input name="name"><input name="password" type="password">
<button>Log in</button></form>"""

PAGE = """<!doctype html><title>Bookings</title><ul>
{% for b in bookings %}<li>{{ b.day }}, lane {{ b.lane }}
<form action="/cancel/{{ b.id }}" method="post"><input type="hidden" name="token" value="{{ token }}"><button>Cancel</button></form></li>
{% endfor %}</ul>"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_HTTPONLY=True)

    @app.get("/login")
    def login_form():
        return LOGIN

    @app.post("/login")
    def login():
        name, password = request.form.get("name", ""), request.form.get("password", "")
        if name not in members or not secrets.compare_digest(members[name].encode(), password.encode()):
            abort(401)
        session.clear()
        session["member"] = name
        return redirect("/bookings")

    @app.get("/bookings")
    def overview():
        member = session.get("member")
        if member not in members:
            return redirect("/login")
        session["token"] = secrets.token_urlsafe(24)
        own = sorted((b for b in bookings if b["member"] == member), key=lambda b: (b["day"], b["lane"]))
        return render_template_string(PAGE, bookings=own, token=session["token"])

    @app.post("/cancel/<int:booking_id>")
    def cancel(booking_id):
        member = session.get("member")
        if member not in members:
            return redirect("/login")
        if session.pop("token", None) != request.form.get("token"):
            abort(403)
        for b in bookings:
            if b["id"] == booking_id and b["member"] == member:
                bookings.remove(b)
                break
        return redirect("/bookings")

    return app
