import hashlib
import hmac
import itertools
import secrets
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, g, redirect, request, session
from flask.views import MethodView
from markupsafe import Markup
from werkzeug.exceptions import Forbidden, MethodNotAllowed, NotFound


@dataclass
class Tool:
    number: int
    owner: str
    name: str


class Visit:
    """One log-in of one household; the seals of its forms are good for this visit only."""

    def __init__(self, household):
        self.household = household
        self._key = secrets.token_bytes(32)

    def seal(self, method, number):
        return hmac.new(self._key, f"{method} {number}".encode(), hashlib.sha256).hexdigest()

    def form(self, method, number, button, text=False):
        return Markup(
            '<form method="post" action="/tools{}">'
            '<input type="hidden" name="_method" value="{}"><input type="hidden" name="seal" value="{}">{}'
            '<button type="submit">{}</button></form>'
        ).format("" if number is None else f"/{number}", method, self.seal(method, number),
                 Markup('<input type="text" name="name">') if text else "", button)


class Login(MethodView):
    page = ('<!doctype html><html><body><form method="post" action="/login"><input type="text" name="name">'
            '<input type="password" name="password"><button>Log in</button></form></body></html>')

    def __init__(self, households, visits):
        self.households, self.visits = households, visits

    def get(self):
        return self.page

    def post(self):
        name, password = (request.form.get(key, "") for key in ("name", "password"))
        known = self.households.get(name)
        if known is None or not hmac.compare_digest(known.encode(), password.encode()):
            return self.page, HTTPStatus.UNAUTHORIZED
        self.visits.pop(session.get("visit"), None)
        session.clear()
        session["visit"] = ticket = secrets.token_urlsafe()
        self.visits[ticket] = Visit(name)
        return redirect("/tools", HTTPStatus.SEE_OTHER)


class Tools(MethodView):
    def __init__(self, tools, numbers, visits):
        self.tools, self.numbers, self.visits = tools, numbers, visits

    def dispatch_request(self, number=None):
        g.visit = self.visits.get(session.get("visit"))
        if g.visit is None:
            return redirect("/login", HTTPStatus.SEE_OTHER)
        if request.method in {"GET", "HEAD"}:
            if number is not None:
                raise MethodNotAllowed
            return self.show()
        method = request.form.get("_method", "POST").upper() if request.method == "POST" else request.method
        change = {("POST", False): self.add, ("PUT", True): self.rename, ("DELETE", True): self.remove}.get(
            (method, number is not None))
        if change is None:
            raise MethodNotAllowed
        if not hmac.compare_digest(g.visit.seal(method, number).encode(), request.form.get("seal", "").encode()):
            # a form for another number of the same visit still says so below
            raise Forbidden if number is None or self.is_own(number) else NotFound
        change(number)
        return redirect("/tools", HTTPStatus.SEE_OTHER)

    def is_own(self, number):
        return number in self.tools and self.tools[number].owner == g.visit.household

    def show(self):
        def items():
            for tool in self.tools.values():
                forms = [g.visit.form("PUT", tool.number, "Rename", True),
                         g.visit.form("DELETE", tool.number, "Take away")] if self.is_own(tool.number) else []
                yield Markup("<li><b>{}</b>{}</li>").format(tool.name, Markup("").join(forms))
        return str(Markup("<!doctype html><html><body><ul>{}</ul>{}</body></html>").format(
            Markup("").join(items()), g.visit.form("POST", None, "Add", True)))

    def add(self, _):
        number = next(self.numbers)
        self.tools[number] = Tool(number, g.visit.household, request.form.get("name", ""))

    def rename(self, number):
        if not self.is_own(number):
            raise NotFound
        self.tools[number].name = request.form.get("name", "")

    def remove(self, number):
        if not self.is_own(number):
            raise NotFound
        del self.tools[number]


def create_app(households):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    visits = {}
    app.add_url_rule("/login", view_func=Login.as_view("login", dict(households), visits))
    view = Tools.as_view("tools", {}, itertools.count(1), visits)
    app.add_url_rule("/tools", view_func=view, methods=["GET", "POST", "PUT", "DELETE"])
    app.add_url_rule("/tools/<int:number>", view_func=view, methods=["GET", "POST", "PUT", "DELETE"],
                     endpoint="tool")
    return app
