import hashlib
import hmac
import secrets
from html import escape

from flask import Flask, abort, redirect, request, session


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    csrf_key = secrets.token_bytes(32)

    def token(member, booking_id):
        return hmac.new(csrf_key, f"{member}{booking_id}".encode(), hashlib.sha256).hexdigest()

    def current():
        name = session.get("member")
        return name if name in members else None

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return ('<!doctype html><title>Login</title><form action="/login" method="post">'
                    '<input name="name"><input type="password" name="password"><button>Log in</button></form>')
        name = request.form.get("name", "")
        given = request.form.get("password", "")
        if name not in members or not hmac.compare_digest(members[name].encode(), given.encode()):
            return "Wrong name or password", 401
        session["member"] = name
        return redirect("/bookings")

    @app.get("/bookings")
    def listing():
        member = current()
        if member is None:
            return redirect("/login")
        own = sorted((b for b in bookings if b["member"] == member), key=lambda b: (b["day"], b["lane"]))
        items = "".join(
            f'<li>{escape(b["day"])}, lane {b["lane"]} <form action="/cancel" method="post">'
            f'<input type="hidden" name="id" value="{b["id"]}">'
            f'<input type="hidden" name="token" value="{token(member, b["id"])}"><button>Cancel</button></form></li>'
            for b in own)
        return f"<!doctype html><title>Bookings</title><ul>{items}</ul>"

    @app.post("/cancel")
    def cancel():
        member = current()
        if member is None:
            return redirect("/login")
        booking_id = request.form.get("id", type=int)
        given = request.form.get("token", "")
        if booking_id is None or not hmac.compare_digest(token(member, booking_id).encode(), given.encode()):
            abort(403)
        bookings[:] = [b for b in bookings if b["id"] != booking_id or b["member"] != member]
        return redirect("/bookings")

    return app
