import secrets
from hmac import compare_digest

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<form action="/login" method="post"><input name="name"><input name="password" type="password"><button>Log in</button></form>"""
LIST = """<h1>Your bookings</h1><ul>
{% for b, token in rows %}<li>{{ b.day }}, lane {{ b.lane }}
<form action="/cancel/{{ b.id }}" method="post"><input type="hidden" name="token" value="{{ token }}"><button>Cancel</button></form></li>
{% endfor %}</ul>"""


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)

    @app.get("/login")
    def login_page():
        return render_template_string(LOGIN)

    @app.post("/login")
    def login():
        name, password = request.form.get("name", ""), request.form.get("password", "")
        if name not in members or not compare_digest(members[name].encode(), password.encode()):
            return render_template_string(LOGIN), 401
        session.clear()
        session["name"] = name
        return redirect("/bookings")

    def own():
        mine = [b for b in bookings if b["member"] == session["name"]]
        return sorted(mine, key=lambda b: (b["day"], b["lane"]))

    @app.get("/bookings")
    def show():
        if session.get("name") not in members:
            return redirect("/login")
        rows = [(b, secrets.token_hex(8)) for b in own()]
        issued = session.get("issued", "").split()[-60:]
        issued += [f"{b['id']}:{token}" for b, token in rows]
        session["issued"] = " ".join(issued)
        return render_template_string(LIST, rows=rows)

    @app.post("/cancel/<int:number>")
    def cancel(number):
        if session.get("name") not in members:
            return redirect("/login")
        token = request.form.get("token")
        if token is None or f"{number}:{token}" not in session.get("issued", ""):
            abort(403)
        for booking in own():
            if booking["id"] == number:
                bookings.remove(booking)
        return redirect("/bookings")

    return app
