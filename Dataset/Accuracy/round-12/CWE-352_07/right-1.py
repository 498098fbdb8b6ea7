"""Lunch orders. Each pupil's forms have a seal: a keyed BLAKE2 digest of the
pupil's name and of the address which the form is sent to. The key is made new
at each start and never leaves this process; nothing from a cookie but the
name that Flask has signed goes into it, and this name is the seal's own."""
import json
from hashlib import blake2b
from hmac import compare_digest
from os import urandom

from flask import Flask, Response, session, request
from flask.views import MethodView
from markupsafe import Markup
from werkzeug.exceptions import BadRequest, Forbidden, Unauthorized
from werkzeug.utils import redirect

WEEK = dict.fromkeys("Monday Tuesday Wednesday Thursday Friday".split())


class Seals:
    def __init__(self):
        self.key = urandom(64)

    def seal(self, *what):
        return blake2b(json.dumps(what).encode(), key=self.key, digest_size=32).hexdigest()

    def check(self, given, *what):
        if not compare_digest(self.seal(*what).encode(), given.encode("utf-8", "replace")):
            raise Forbidden("This form is not from here.")


class Behind(MethodView):
    """A view for pupils only."""
    init_every_request = False

    def __init__(self, kitchen):
        self.kitchen = kitchen

    def dispatch_request(self, **_):
        pupil = session["pupil"]
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            self.kitchen.seals.check(request.form.get("seal", ""), pupil, request.path)
        return super().dispatch_request(pupil=pupil)


def form(action, inside):
    return Markup('<form action="{}" method="POST">{}</form>').format(action, inside)


class Lunch(Behind):
    def get(self, pupil):
        week = self.kitchen.weeks[pupil]
        days = Markup("").join(Markup("<li>{}: {}</li>").format(
            day, "nothing" if dish is None else dish) for day, dish in week.items())
        seal = lambda path: Markup("<input type='hidden' name='seal' value='{}'>").format(
            self.kitchen.seals.seal(pupil, path))
        choice = Markup("").join(Markup("<option>{}</option>").format(day) for day in week)
        order = form("/lunch", seal("/lunch") + Markup(
            "<select name='day'>{}</select><input type='text' name='dish'>"
            "<input type='submit' value='Order'>").format(choice))
        cancel = form("/lunch/cancel", seal("/lunch/cancel") + Markup(
            "<button type='submit'>Cancel all</button>"))
        answer = Response(Markup("<!DOCTYPE html><title>Lunch</title><ul>{}</ul>{}{}").format(
            days, order, cancel), mimetype="text/html")
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        return answer

    def post(self, pupil):
        day = request.form.get("day")
        if day not in WEEK:
            raise BadRequest("no such day")
        self.kitchen.weeks[pupil] |= {day: request.form.get("dish", "")}
        return redirect("/lunch", 303)


class Cancel(Behind):
    def post(self, pupil):
        self.kitchen.weeks[pupil] = dict(WEEK)
        return redirect("/lunch", 303)


class Login(MethodView):
    init_every_request = False

    def __init__(self, kitchen):
        self.kitchen = kitchen

    def get(self):
        return "<!DOCTYPE html><title>Login</title>" + form("/login", Markup(
            "<input name='name'><input name='password' type='password'><input type='submit'>"))

    def post(self):
        name, password = (request.form.get(field, "") for field in ("name", "password"))
        if name not in self.kitchen.pupils or not compare_digest(
                self.kitchen.pupils[name].encode(), password.encode("utf-8", "replace")):
            raise Unauthorized()
        session.clear()
        session["pupil"] = name
        return redirect("/lunch", 303)


class Kitchen:
    def __init__(self, pupils):
        self.pupils = dict(pupils)
        self.weeks = {name: dict(WEEK) for name in pupils}
        self.seals = Seals()


def create_app(pupils):
    app = Flask("lunch")
    app.secret_key = urandom(32)
    kitchen = Kitchen(pupils)
    for view, path in ((Login, "/login"), (Lunch, "/lunch"), (Cancel, "/lunch/cancel")):
        app.add_url_rule(path, view_func=view.as_view(path.replace("/", "_"), kitchen))

    @app.before_request
    def strangers():
        if request.path.startswith("/lunch") and session.get("pupil") not in kitchen.pupils:
            return redirect("/login", 303)

    return app
