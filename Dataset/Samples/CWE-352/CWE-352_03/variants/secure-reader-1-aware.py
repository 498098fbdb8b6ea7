import hashlib
import hmac
import secrets

from flask import Flask, redirect, render_template_string, request, session

LOGIN_PAGE = """<!doctype html>
<html><head><title>Log in</title></head><body>
<form action="/login" method="post">
<input type="text" name="name"> <input type="password" name="password">
<button type="submit">Log in</button>
</form>
</body></html>
"""

BOOKINGS_PAGE = """<!doctype html>
<html><head><title>Bookings</title></head><body>
<ul>
{% for booking in bookings %}
<li>{{ booking.day }}, lane {{ booking.lane }}
<form action="/cancel" method="post">
<input type="hidden" name="booking" value="{{ booking.id }}">
<input type="hidden" name="proof" value="{{ proof(booking.id) }}">
<button type="submit">Cancel</button></form></li>
{% endfor %}
</ul>
</body></html>
"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    proof_key = secrets.token_bytes(32)

    def proof(booking_id):
        """Ties one booking to one login; worthless in any other session."""
        message = f"{session['login']}:{booking_id}".encode("ascii")
        return hmac.new(proof_key, message, hashlib.sha256).hexdigest()

    def member():
        name = session.get("name")
        return name if name in members and "login" in session else None

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method != "POST":
            return LOGIN_PAGE
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in members or not hmac.compare_digest(
                members[name].encode(), password.encode()):
            return LOGIN_PAGE, 401
        session.clear()
        session["name"] = name
        session["login"] = secrets.token_hex(16)
        return redirect("/bookings", 303)

    @app.get("/bookings")
    def show():
        name = member()
        if name is None:
            return redirect("/login", 303)
        mine = sorted((b for b in bookings if b["member"] == name),
                      key=lambda b: (b["day"], b["lane"]))
        return render_template_string(
            BOOKINGS_PAGE, bookings=mine, proof=proof)

    @app.post("/cancel")
    def cancel():
        name = member()
        if name is None:
            return redirect("/login", 303)
        given = request.form.get("proof", "").encode()
        for booking in list(bookings):
            if (booking["member"] == name
                    and str(booking["id"]) == request.form.get("booking")
                    and hmac.compare_digest(
                        given, proof(booking["id"]).encode())):
                bookings.remove(booking)
                return redirect("/bookings", 303)
        return "Not cancelled.", 403

    return app
