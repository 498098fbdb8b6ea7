import secrets
from html import escape

from flask import Flask, abort, redirect, request, session

LOGIN = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
<input name="name"><input name="password" type="password"><button>Log in</button>
</form>"""

CANCEL = """<li>{day}, lane {lane}
<form action="/bookings/{id}/cancel" method="post">
<input type="hidden" name="token" value="{token}"><button>Cancel</button>
</form></li>"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_HTTPONLY=True)
    issued = set()

    def new_token():
        token = secrets.token_urlsafe(32)
        issued.add(token)
        return token

    @app.get("/login")
    def login_form():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in members or not secrets.compare_digest(
            members[name].encode(), password.encode()
        ):
            return LOGIN, 401
        session.clear()
        session["member"] = name
        return redirect("/bookings")

    @app.get("/bookings")
    def show():
        member = session.get("member")
        if member is None:
            return redirect("/login")
        own = sorted(
            (b for b in bookings if b["member"] == member),
            key=lambda b: (b["day"], b["lane"]),
        )
        items = "".join(
            CANCEL.format(day=escape(b["day"]), lane=b["lane"], id=b["id"], token=new_token())
            for b in own
        )
        return f"<!doctype html><title>Bookings</title><ul>{items}</ul>"

    @app.post("/bookings/<int:booking_id>/cancel")
    def cancel(booking_id):
        member = session.get("member")
        if member is None:
            return redirect("/login")
        token = request.form.get("token", "")
        if token not in issued:
            abort(403)
        issued.discard(token)
        for booking in bookings:
            if booking["id"] == booking_id and booking["member"] == member:
                bookings.remove(booking)
                break
        return redirect("/bookings")

    return app
