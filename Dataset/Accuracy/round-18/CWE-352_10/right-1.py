"""Class-based views; the forms carry a seal that is computed from the warden's name."""
import hmac
import os
from urllib.parse import urlsplit

from flask import Flask, Response, redirect, request, session
from flask.views import MethodView
from markupsafe import Markup
from werkzeug.exceptions import BadRequest, Forbidden, Unauthorized

OWN = ("https", "lights.market.example", 443)

FRAME = Markup("<!DOCTYPE html>\n<html><head><title>Lights</title></head><body>{}</body></html>")
FORM = Markup('<form action="{}" method="post">{}</form>')
FIELD = Markup('<label>{0} <input name="{0}" type="{1}" value="{2}"></label>')
BUTTON = Markup('<button type="submit">{}</button>')


def form(action, label, *fields):
    return FORM.format(action, Markup("").join([*(FIELD.format(*f) for f in fields), BUTTON.format(label)]))


def place(address):
    """Scheme, host and port of an address, or None"""
    try:
        parts = urlsplit(address)
        return parts.scheme, parts.hostname, parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    except ValueError:
        return None


class House:
    """The lamps and the wardens."""

    def __init__(self, passwords, stalls):
        self.passwords = {name: word.encode() for name, word in passwords.items()}
        self.lit = set()
        self.stalls = [str(n + 1) for n in range(stalls)]
        self.key = os.urandom(32)

    def knows(self, name, password):
        right = self.passwords.get(name)
        return right is not None and hmac.compare_digest(right, password.encode())

    def warden(self):
        name = session.get("warden")
        if name not in self.passwords:
            raise Unauthorized()
        return name

    def seal(self, name):
        return hmac.digest(self.key, name.encode(), "sha256").hex()

    def check(self):  # Origin and Referer, where they are there, and the seal
        """The request is a warden's, and comes from a page of ours."""
        name = self.warden()
        for header in ("Origin", "Referer"):
            said = request.headers.get(header)
            if said is not None and place(said) != OWN:
                raise Forbidden()
        if not hmac.compare_digest(self.seal(name).encode(), request.form.get("seal", "").encode()):
            raise Forbidden()


class View(MethodView):
    init_every_request = False

    def __init__(self, house):
        self.house = house


class Login(View):
    def get(self):
        return FRAME.format(form("/login", "Log in", ("name", "text", ""), ("password", "password", "")))

    def post(self):
        name = request.form.get("name", "")
        if not self.house.knows(name, request.form.get("password", "")):
            raise Unauthorized()
        session["warden"] = name
        return redirect("/", 303)


class Home(View):
    def get(self):
        seal = ("seal", "hidden", self.house.seal(self.house.warden()))
        return FRAME.format(form("/light", "Switch", ("stall", "text", ""), ("on", "text", "yes"), seal)
                            + form("/dark", "All off", seal))


class Light(View):
    def post(self):
        self.house.check()
        stall = request.form.get("stall")
        change = {"yes": self.house.lit.add, "no": self.house.lit.discard}.get(request.form.get("on"))
        if change is None or stall not in self.house.stalls:
            raise BadRequest()
        change(stall)
        return redirect("/", 303)


class Dark(View):
    def post(self):
        self.house.check()
        self.house.lit.clear()
        return redirect("/", 303)


class State(View):
    def get(self):
        lit = self.house.lit
        pairs = ",".join(f'"{s}":{"true" if s in lit else "false"}' for s in self.house.stalls)
        return Response("{%s}" % pairs, mimetype="application/json")


def create_app(passwords, stalls):
    app = Flask("lights")
    app.secret_key = os.urandom(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    house = House(passwords, stalls)
    for view in (Login, Home, Light, Dark, State):
        name = view.__name__.lower()
        app.add_url_rule("/" if view is Home else f"/{name}", view_func=view.as_view(name, house))
    return app
