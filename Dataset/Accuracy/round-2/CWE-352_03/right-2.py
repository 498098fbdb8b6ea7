import secrets
from operator import itemgetter

from flask import Flask, abort, redirect, render_template_string, request, session, url_for
from flask.views import MethodView

LIST = """<!doctype html><title>Your lanes</title>
<ul>{% for b in rows %}<li>{{ b.day }}, lane {{ b.lane }}
<form action="{{ url_for('bookings') }}" method="post">
<input type="hidden" name="ticket" value="{{ tickets[b.id] }}"><button>Cancel</button>
</form></li>{% endfor %}</ul>"""
DOOR = """<!doctype html><title>Login</title><form action="/login" method="post">
<label>Name <input name="name"></label><label>Password <input name="password" type="password"></label>
<button>Login</button></form>"""


class Desk:
    """Keeps the bookings, and on the server's side one random ticket for each login and booking."""

    def __init__(self, bookings):
        self.rows = [dict(b) for b in bookings]
        self.tickets = {}

    def of(self, member):
        return sorted((b for b in self.rows if b["member"] == member), key=itemgetter("day", "lane"))

    def tickets_for(self, visit, rows):
        mine = self.tickets.setdefault(visit, {})
        return {b["id"]: mine.setdefault(b["id"], secrets.token_urlsafe(24)) for b in rows}

    def redeem(self, visit, member, ticket):
        mine = self.tickets.get(visit, {})
        for number, value in list(mine.items()):
            if secrets.compare_digest(value.encode(), ticket.encode("utf-8", "replace")):
                del mine[number]
                self.rows = [b for b in self.rows if (b["id"], b["member"]) != (number, member)]
                return True
        return False


class Login(MethodView):
    def __init__(self, members):
        self.members = members

    def get(self):
        return DOOR

    def post(self):
        name, password = request.form.get("name"), request.form.get("password")
        if name is None or password is None or self.members.get(name) != password:
            return DOOR, 401
        session.clear()
        session["who"], session["visit"] = name, secrets.token_hex(16)
        return redirect(url_for("bookings"))


class Bookings(MethodView):
    def __init__(self, desk):
        self.desk = desk

    def dispatch_request(self, **kwargs):
        if not {"who", "visit"} <= session.keys():
            return redirect(url_for("login"))
        return super().dispatch_request(**kwargs)

    def get(self):
        rows = self.desk.of(session["who"])
        return render_template_string(LIST, rows=rows, tickets=self.desk.tickets_for(session["visit"], rows))

    def post(self):
        if not self.desk.redeem(session["visit"], session["who"], request.form.get("ticket", "")):
            abort(400)
        return redirect(url_for("bookings"), code=303)


def create_app(members, bookings):
    app = Flask(__name__)
    app.config["SECRET_KEY"] = secrets.token_urlsafe(48)
    app.add_url_rule("/login", view_func=Login.as_view("login", members))
    app.add_url_rule("/bookings", view_func=Bookings.as_view("bookings", Desk(bookings)))

    @app.after_request
    def framing(response):
        response.headers.setdefault("X-Frame-Options", "DENY")
        return response

    return app
