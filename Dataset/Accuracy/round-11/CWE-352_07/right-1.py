"""Views as classes; what belongs to a login is kept on the server."""
import secrets
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from flask import Flask, abort, g, redirect, request, session
from flask.views import MethodView
from markupsafe import Markup

Day = Enum("Day", "Monday Tuesday Wednesday Thursday Friday")


@dataclass
class Login:
    """One login of a pupil, with a secret for each form."""
    pupil: str
    secrets: dict = field(default_factory=lambda: {
        action: secrets.token_hex(24) for action in ("/lunch", "/lunch/cancel")})

    def form(self, action, inside):
        return Markup('<form method="post" action="{}"><input type="hidden" name="{}" value="form">{}</form>').format(
            action, "f" + self.secrets[action], inside)

    def sent(self):
        """The secret is the name of a field, and has to be there for this very form."""
        return any(secrets.compare_digest(key.encode(), b"f" + self.secrets[request.path].encode())
                   for key in request.form)


PAGE = Markup("<!DOCTYPE html><html lang=en><title>Lunch</title><body>{}</body></html>")
LOGIN = PAGE.format(Markup(
    '<form method="post" action="/login"><input name="name"><input type="password" name="password">'
    '<input type="submit" value="Log in"></form>'))


class LoginView(MethodView):
    def __init__(self, kitchen):
        self.kitchen = kitchen

    def get(self):
        return str(LOGIN)

    def post(self):
        name, password = request.form.get("name", ""), request.form.get("password", "")
        wanted = self.kitchen.pupils.get(name)
        if wanted is None or not secrets.compare_digest(wanted.encode(), password.encode()):
            return str(LOGIN), 401
        session.clear()
        session["login"] = key = secrets.token_urlsafe(32)
        self.kitchen.logins[key] = Login(name)
        return redirect("/lunch", 303)


class LunchView(MethodView):
    def __init__(self, kitchen):
        self.orders = kitchen.orders

    def get(self):
        mine = self.orders[g.login.pupil]
        items = Markup("").join(Markup("<li>{}: {}</li>").format(d.name, mine.get(d, "nothing")) for d in Day)
        options = Markup("").join(Markup("<option>{}</option>").format(d.name) for d in Day)
        order = Markup('<select name="day">{}</select><input type="text" name="dish"><button>Order</button>').format(options)
        return str(PAGE.format(Markup("<ul>{}</ul>{}{}").format(
            items, g.login.form("/lunch", order),
            g.login.form("/lunch/cancel", Markup("<button>Cancel all</button>")))))

    head = get

    def post(self):
        if not g.login.sent():
            abort(403)
        try:
            day = Day[request.form["day"]]
        except KeyError:
            abort(400)
        self.orders[g.login.pupil][day] = request.form.get("dish", "")
        return redirect("/lunch", 303)


class CancelView(MethodView):
    def __init__(self, kitchen):
        self.orders = kitchen.orders

    def post(self):
        if not g.login.sent():
            abort(403)
        self.orders[g.login.pupil] = {}
        return redirect("/lunch", 303)


class Kitchen:
    def __init__(self, pupils):
        self.pupils = dict(pupils)
        self.orders = {name: {} for name in pupils}
        self.logins = {}

    @cached_property
    def app(self):
        app = Flask("lunch")
        app.secret_key = secrets.token_bytes(48)
        for rule, view in {"/login": LoginView, "/lunch": LunchView, "/lunch/cancel": CancelView}.items():
            app.add_url_rule(rule, view_func=view.as_view(view.__name__, self))
        app.before_request(self.who)
        return app

    def who(self):
        if request.path.startswith("/lunch"):
            g.login = self.logins.get(session.get("login"))
            if g.login is None:
                return redirect("/login")


def create_app(pupils):
    return Kitchen(pupils).app
