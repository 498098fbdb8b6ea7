import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session, url_for
from itsdangerous import BadSignature, URLSafeTimedSerializer

LOGIN = """<!doctype html><title>Login</title>
<form method="post" action="/login"><input name="name"><input name="password" type="password">
<button>Log in</button></form>"""
LIST = """<!doctype html><title>Bookings</title><ul>
{% for b in bookings %}<li>{{ b.day }}, lane {{ b.lane }}
<form method="post" action="/cancel/{{ b.id }}"><input type="hidden" name="token" value="{{ token }}">
<button>Cancel</button></form></li>{% endfor %}</ul>"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    booked = list(bookings)
    signer = URLSafeTimedSerializer(app.secret_key, salt="cancel-booking")

    @app.get("/login")
    def login_form():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in members or not hmac.compare_digest(members[name].encode(), password.encode()):
            abort(401)
        session.clear()
        session["member"] = name
        return redirect(url_for("show"))

    @app.get("/bookings")
    def show():
        if "member" not in session:
            return redirect(url_for("login_form"))
        own = sorted((b for b in booked if b["member"] == session["member"]),
                     key=lambda b: (b["day"], b["lane"]))
        return render_template_string(LIST, bookings=own, token=signer.dumps("cancel"))

    @app.post("/cancel/<int:number>")
    def cancel(number):
        if "member" not in session:
            return redirect(url_for("login_form"))
        try:
            signer.loads(request.form.get("token", ""), max_age=3600)
        except BadSignature:
            abort(403)
        for b in booked:
            if b["id"] == number and b["member"] == session["member"]:
                booked.remove(b)
                break
        return redirect(url_for("show"))

    return app
