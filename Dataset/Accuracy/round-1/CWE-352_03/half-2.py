import hashlib
import hmac
import secrets

from flask import Flask, redirect, request, session
from markupsafe import Markup

LOGIN = Markup('<form method="post" action="/login"><input name="name"><input name="password" type="password">'
               '<button>Log in</button></form>')
ITEM = Markup('<li>{}, lane {} <form method="post" action="/cancel"><input type="hidden" name="id" value="{}">'
              '<input type="hidden" name="token" value="{}"><button>Cancel</button></form></li>')


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    key = secrets.token_bytes(32)

    def token_for(name, number):
        return hmac.new(key, f"{name}{number}".encode(), hashlib.sha256).hexdigest()

    def name():
        return session["name"] if session.get("name") in members else None

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return LOGIN
        who, password = request.form.get("name", ""), request.form.get("password", "")
        if not (who in members and hmac.compare_digest(members[who].encode(), password.encode())):
            return LOGIN, 401
        session.clear()
        session["name"] = who
        return redirect("/bookings")

    @app.get("/bookings")
    def show():
        who = name()
        if who is None:
            return redirect("/login")
        mine = sorted((b for b in bookings if b["member"] == who), key=lambda b: (b["day"], b["lane"]))
        items = (ITEM.format(b["day"], b["lane"], b["id"], token_for(who, b["id"])) for b in mine)
        return Markup("<ul>{}</ul>").format(Markup("").join(items))

    @app.post("/cancel")
    def cancel():
        who = name()
        if who is None:
            return redirect("/login")
        number = request.form.get("id", type=int)
        if not hmac.compare_digest(token_for(who, number).encode(), request.form.get("token", "").encode()):
            return "This form is not valid.", 403
        bookings[:] = [b for b in bookings if (b["id"], b["member"]) != (number, who)]
        return redirect("/bookings")

    return app
