import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html>
<title>Log in</title>
<form action="/login" method="post">
<p>Name: <input name="name"> Password: <input name="password" type="password">
<button>Log in</button></p>
</form>"""

PAGE = """<!doctype html>
<title>Your lanes</title>
<ul>
{%- for b in own %}
<li>{{ b.day }}, lane {{ b.lane }}
<form action="/cancel/{{ b.id }}" method="post">
<input type="hidden" name="csrf" value="{{ csrf }}">
<button type="submit">Cancel</button></form></li>
{%- endfor %}
</ul>"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)

    @app.before_request
    def check_csrf():
        if request.method != "POST" or request.endpoint == "login" or "member" not in session:
            return
        sent = request.form.get("csrf", "")
        if not hmac.compare_digest(sent.encode(), session["csrf"].encode()):
            abort(403)

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "POST":
            name = request.form.get("name")
            if name in members and members[name] == request.form.get("password"):
                session.clear()
                session["member"] = name
                session["csrf"] = secrets.token_urlsafe(32)
                return redirect("/bookings")
            return LOGIN, 401
        return LOGIN

    @app.route("/bookings")
    def list_bookings():
        if "member" not in session:
            return redirect("/login")
        own = sorted((b for b in bookings if b["member"] == session["member"]),
                     key=lambda b: (b["day"], b["lane"]))
        return render_template_string(PAGE, own=own, csrf=session["csrf"])

    @app.route("/cancel/<int:booking_id>", methods=["GET", "POST"])
    def cancel(booking_id):
        if "member" not in session:
            return redirect("/login")
        if request.method == "GET":
            # reloaded or typed in: only the button cancels
            return redirect("/bookings")
        for b in list(bookings):
            if b["id"] == booking_id and b["member"] == session["member"]:
                bookings.remove(b)
        return redirect("/bookings")

    return app
