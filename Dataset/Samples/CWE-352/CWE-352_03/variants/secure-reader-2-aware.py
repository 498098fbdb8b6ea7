import hashlib
import hmac
import secrets

from flask import Flask, redirect, render_template_string, request, session

LOGIN = """<!doctype html>
<title>Log in</title>
<form action="/login" method="post">
<input name="name"> <input type="password" name="password"> <button>Log in</button>
</form>"""

LIST = """<!doctype html>
<title>Your bookings</title>
<ul>
{% for b in bookings %}<li>{{ b.day }}, lane {{ b.lane }}
<form action="/cancel" method="post"><input type="hidden" name="id" value="{{ b.id }}">
<input type="hidden" name="ticket" value="{{ ticket(b.id) }}"><button>Cancel</button></form></li>
{% endfor %}
</ul>"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"

    def ticket(booking_id):
        # good for one booking in one session only
        text = f"{session['nonce']}:{booking_id}"
        return hmac.new(app.secret_key, text.encode(), hashlib.sha256).hexdigest()

    def own_bookings():
        own = [b for b in bookings if b["member"] == session["member"]]
        return sorted(own, key=lambda b: (b["day"], b["lane"]))

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "").encode()
        if name not in members or not hmac.compare_digest(members[name].encode(), password):
            return "Wrong name or password.", 401
        session.clear()
        session["member"] = name
        session["nonce"] = secrets.token_hex(16)
        return redirect("/bookings", 303)

    @app.get("/bookings")
    def show():
        if session.get("member") not in members:
            return redirect("/login", 303)
        return render_template_string(LIST, bookings=own_bookings(), ticket=ticket)

    @app.post("/cancel")
    def cancel():
        if session.get("member") not in members:
            return redirect("/login", 303)
        sent = request.form.get("ticket", "").encode()
        for booking in own_bookings():
            if str(booking["id"]) == request.form.get("id"):
                if not hmac.compare_digest(ticket(booking["id"]).encode(), sent):
                    return "This request did not come from your page.", 403
                bookings[:] = [b for b in bookings if b["id"] != booking["id"]]
                break
        return redirect("/bookings", 303)

    return app
