import hashlib
import json
import os
from hmac import HMAC, compare_digest

from flask import Flask, Response, redirect, request, session
from flask.views import MethodView
from markupsafe import Markup
from werkzeug.exceptions import BadRequest, Unauthorized

WEEK = {day: None for day in "Monday Tuesday Wednesday Thursday Friday".split()}


def page(*parts):
    body = Markup("\n").join(parts)
    answer = Response(Markup("<!DOCTYPE html><html><head><title>Lunch</title></head><body>{}</body></html>").format(body),
                      mimetype="text/html")
    answer.headers["Content-Security-Policy"] = "frame-ancestors 'none'; script-src 'none'"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def form(action, *parts):
    return Markup('<form action="{}" method="post">{}</form>').format(action, Markup("").join(parts))


class Kitchen:
    """The orders of all, and the seals that prove who was shown which form."""

    def __init__(self, pupils):
        self.pupils = dict(pupils)
        self.weeks = {}
        self._key = os.urandom(64)

    def knows(self, name, password):
        right = self.pupils.get(name)
        return right is not None and compare_digest(right.encode(), password.encode())

    def week(self, name):
        return self.weeks.setdefault(name, dict(WEEK))

    def seal(self, name, address):
        return HMAC(self._key, json.dumps([name, address]).encode(), hashlib.blake2b).hexdigest()


class View(MethodView):
    init_every_request = False

    def __init__(self, kitchen):
        self.kitchen = kitchen

    @property
    def me(self):
        return session["pupil"]

    def sealed(self, address, *parts):
        hidden = Markup('<input type="hidden" name="seal" value="{}">').format(self.kitchen.seal(self.me, address))
        return form(address, hidden, *parts)

    def genuine(self):
        return compare_digest(request.form.get("seal", "").encode(),
                              self.kitchen.seal(self.me, request.path).encode())


class Login(View):
    def get(self):
        return page(form("/login", Markup('<input name="name"><input type="password" name="password"><button>Log in</button>')))

    def post(self):
        name, password = (request.form.get(field, "") for field in ("name", "password"))
        if not self.kitchen.knows(name, password):
            raise Unauthorized()
        session.clear()
        session["pupil"] = name
        return redirect("/lunch", 303)


class Lunch(View):
    def get(self):
        items = (Markup("<li>{}: {}</li>").format(day, "nothing" if dish is None else dish)
                 for day, dish in self.kitchen.week(self.me).items())
        options = Markup("").join(Markup("<option>{}</option>").format(day) for day in WEEK)
        return page(
            Markup("<ul>{}</ul>").format(Markup("").join(items)),
            self.sealed("/lunch", Markup('<select name="day">{}</select>').format(options),
                        Markup('<input type="text" name="dish"><input type="submit" value="Order">')),
            self.sealed("/lunch/cancel", Markup("<button>Cancel all</button>")))

    def post(self):
        if not self.genuine():
            # shown once more, and nothing is done
            return redirect("/lunch", 303)
        day = request.form.get("day")
        if day not in WEEK:
            raise BadRequest()
        self.kitchen.week(self.me)[day] = request.form.get("dish", "")
        return redirect("/lunch", 303)


class Cancel(View):
    def post(self):
        if self.genuine():
            self.kitchen.week(self.me).update(WEEK)
        return redirect("/lunch", 303)


def create_app(pupils):
    app = Flask(__name__)
    app.config.from_mapping(SECRET_KEY=os.urandom(32), SESSION_COOKIE_SAMESITE="Lax")
    kitchen = Kitchen(pupils)

    def only_pupils():
        if request.path.startswith("/lunch") and session.get("pupil") not in kitchen.pupils:
            return redirect("/login", 303)

    app.before_request(only_pupils)
    for address, view in {"/login": Login, "/lunch": Lunch, "/lunch/cancel": Cancel}.items():
        app.add_url_rule(address, view_func=view.as_view(view.__name__, kitchen))
    return app
