import hashlib
import hmac
import secrets
from functools import wraps
from html import escape

from flask import Flask, Response, redirect, request, session

HEAD = "<!doctype html><html><head><title>Pool</title></head><body>"


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(64)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    signing_key = secrets.token_bytes(32)

    def seal(booking_id):
        """A value that fits this login of this member and this booking only."""
        text = f"{session['login']}|{session['member']}|{booking_id}"
        return hmac.new(signing_key, text.encode(), hashlib.sha256).hexdigest()

    def members_only(view):
        @wraps(view)
        def guarded(*args, **kwargs):
            if session.get("member") in members and "login" in session:
                return view(*args, **kwargs)
            return redirect("/login")
        return guarded

    @app.after_request
    def no_frames(response: Response):
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        response.headers["Cache-Control"] = "no-store"
        return response

    @app.get("/login")
    def ask():
        return (HEAD + '<form method="post" action="/login"><p><input type="text" name="name">'
                '<p><input type="password" name="password"><p><button>Log in</button></form></body></html>')

    @app.post("/login")
    def enter():
        given = request.form.get("password", "").encode("utf-8", "replace")
        name = request.form.get("name", "")
        if name not in members or not secrets.compare_digest(given, members[name].encode("utf-8", "replace")):
            return HEAD + "<p>Wrong name or password.</body></html>", 401
        session.clear()
        session.update(member=name, login=secrets.token_hex(16))
        return redirect("/bookings")

    def items():
        own = [b for b in bookings if b["member"] == session["member"]]
        for b in sorted(own, key=lambda b: (b["day"], b["lane"])):
            yield (f'<li>{escape(b["day"])}, lane {b["lane"]} '
                   f'<form method="post" action="/bookings/{b["id"]}/cancel">'
                   f'<input type="hidden" name="seal" value="{seal(b["id"])}">'
                   f'<button type="submit">Cancel</button></form></li>')

    @app.get("/bookings")
    @members_only
    def listing():
        return f"{HEAD}<ul>{''.join(items())}</ul></body></html>"

    @app.post("/bookings/<int:booking_id>/cancel")
    @members_only
    def cancel(booking_id):
        given = request.form.get("seal", "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, seal(booking_id).encode()):
            return HEAD + "<p>Please cancel on the page of your bookings.</body></html>", 403
        bookings[:] = [b for b in bookings
                       if not (b["id"] == booking_id and b["member"] == session["member"])]
        return redirect("/bookings", 303)

    return app
