import secrets

from flask import Flask, make_response, redirect, render_template_string, request, session

LOGIN = """<h1>Log in</h1><form method="post" action="/login"><p>Name <input name="name"></p>
<p>Password <input name="password" type="password"></p><button>OK</button></form>"""
LIST = """<h1>{{ name }}</h1><ol>{% for b in bookings %}
<li><span>{{ b.day }}</span>, <span>lane {{ b.lane }}</span>
<form method="post" action="/bookings/cancel">
<input type="hidden" name="id" value="{{ b.id }}"><input type="hidden" name="csrf" value="{{ csrf }}">
<input type="submit" value="Cancel"></form></li>{% endfor %}</ol>"""


class Pool:
    def __init__(self, bookings):
        self.bookings = bookings

    def of(self, member):
        own = [b for b in self.bookings if b["member"] == member]
        return sorted(own, key=lambda b: (b["day"], b["lane"]))

    def cancel(self, member, booking_id):
        self.bookings = [b for b in self.bookings if b["member"] != member or str(b["id"]) != booking_id]


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_urlsafe(32)
    pool = Pool(bookings)

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "POST":
            if members.get(request.form.get("name")) == request.form.get("password"):
                session["member"] = request.form["name"]
                return redirect("/bookings")
            return LOGIN, 401
        return LOGIN

    @app.route("/bookings")
    def bookings_page():
        if not session.get("member"):
            return redirect("/login")
        csrf = request.cookies.get("csrf") or secrets.token_hex(20)
        page = render_template_string(LIST, name=session["member"], bookings=pool.of(session["member"]), csrf=csrf)
        response = make_response(page)
        response.set_cookie("csrf", csrf, httponly=True)
        return response

    @app.route("/bookings/cancel", methods=["POST"])
    def cancel():
        sent, cookie = request.form.get("csrf"), request.cookies.get("csrf")
        if session.get("member") and cookie and sent == cookie:
            pool.cancel(session["member"], request.form.get("id"))
        return redirect("/bookings")

    return app
