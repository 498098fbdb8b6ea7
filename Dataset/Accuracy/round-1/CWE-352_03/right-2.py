import os
from contextlib import suppress
from hmac import compare_digest

from flask import Flask, make_response, request, session, url_for
from flask.views import View
from itsdangerous import BadSignature, Signer
from markupsafe import escape


class Pool:
    def __init__(self, members, bookings):
        self.members = members
        self.rows = bookings
        self.signer = Signer(os.urandom(32), salt="cancel")

    def of(self, name):
        yield from sorted(filter(lambda row: row["member"] == name, self.rows), key=lambda row: (row["day"], row["lane"]))

    def permit(self, row):
        return self.signer.sign("|".join((session["visit"], str(row["id"])))).decode()

    def cancel(self, permit, name):
        with suppress(BadSignature, ValueError):
            visit, number = self.signer.unsign(permit).decode().split("|")
            if compare_digest(visit, session["visit"]):
                for row in list(self.of(name)):
                    if row["id"] == int(number):
                        self.rows.remove(row)
                        return True
        return False


def go(endpoint):
    return make_response("", 303, {"Location": url_for(endpoint)})


class Page(View):
    init_every_request = False

    def __init__(self, pool):
        self.pool = pool

    def dispatch_request(self):
        name = session.get("name")
        if name in self.pool.members and "visit" in session:
            return self.inside(name)
        return go("login")


class Bookings(Page):
    def inside(self, name):
        items = "".join(
            f"<li><span>{escape(row['day'])}, lane {row['lane']}</span>"
            f"<form action='/cancel' method='post'><input type='hidden' name='permit' value='{escape(self.pool.permit(row))}'>"
            "<button>Cancel</button></form></li>"
            for row in self.pool.of(name))
        return f"<!doctype html><title>Bookings</title><ol>{items}</ol>"


class Cancel(Page):
    methods = ["POST"]

    def inside(self, name):
        self.pool.cancel(request.form.get("permit", ""), name)
        return go("bookings")


class Login(Page):
    methods = ["GET", "POST"]
    form = ("<!doctype html><title>Login</title><form action='/login' method='post'>"
            "<input name='name'><input name='password' type='password'><button>OK</button></form>")

    def dispatch_request(self):
        if request.method != "POST":
            return self.form
        name = request.form.get("name")
        password = self.pool.members.get(name)
        if password is None or not compare_digest(password.encode(), request.form.get("password", "").encode("utf-8", "replace")):
            return self.form, 401
        session.clear()
        session.update(name=name, visit=os.urandom(16).hex())
        return go("bookings")


def create_app(members, bookings):
    app = Flask(__name__)
    app.config.from_mapping(SECRET_KEY=os.urandom(32))
    pool = Pool(members, bookings)
    for view in (Bookings, Cancel, Login):
        name = view.__name__.lower()
        app.add_url_rule(f"/{name}", view_func=view.as_view(name, pool))
    return app
