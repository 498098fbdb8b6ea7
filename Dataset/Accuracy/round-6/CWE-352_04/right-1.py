import hmac
import logging
import secrets
from dataclasses import dataclass, field
from functools import wraps
from threading import Lock

from flask import Flask, make_response, redirect, request, session
from flask.views import MethodView
from markupsafe import Markup, escape
from werkzeug.exceptions import Forbidden, Unauthorized

log = logging.getLogger(__name__)


@dataclass
class Clinic:
    passwords: dict
    nights: dict = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def knows(self, name, password):
        if name not in self.passwords:
            return False
        return hmac.compare_digest(*(s.encode("utf-8", "surrogatepass") for s in (self.passwords[name], password)))

    def write(self, name, night):
        with self.lock:
            self.nights.setdefault(name, []).append(night)

    def read(self, name):
        with self.lock:
            return tuple(self.nights.get(name, ()))


class Seal:
    FIELD = "_seal"

    @classmethod
    def field(cls):
        seal = session.setdefault(cls.FIELD, secrets.token_urlsafe(24))
        return Markup('<input type="hidden" name="{}" value="{}">').format(cls.FIELD, seal)

    @classmethod
    def required(cls, view):
        @wraps(view)
        def sealed(*args, **kwargs):
            mine, sent = session.get(cls.FIELD), request.form.getlist(cls.FIELD)
            if not mine or len(sent) != 1 or not hmac.compare_digest(mine.encode(), sent[0].encode("utf-8", "replace")):
                log.warning("form of another site refused: %s", request.path)
                raise Forbidden("This form was not sent from our page.")
            return view(*args, **kwargs)
        return sealed


def patient_only(view):
    @wraps(view)
    def inner(self, *args):
        name = session.get("patient")
        return view(self, name, *args) if name in self.clinic.passwords else redirect("/login", code=303)
    return inner


class Page(MethodView):
    def __init__(self, clinic):
        self.clinic = clinic

    def html(self, *parts, status=200):
        answer = make_response(Markup("<!doctype html><html><head><title>Sleep diary</title></head><body>")
                               + Markup("").join(parts) + Markup("</body></html>"), status)
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["X-Frame-Options"] = "DENY"
        return answer


class Login(Page):
    def form(self, status=200):
        return self.html(Markup("<form action='/login' method='post'>"), Seal.field(), Markup(
            "<input type='text' name='name'><input type='password' name='password'>"
            "<button type='submit'>Log in</button></form>"), status=status)

    def get(self):
        return self.form()

    @Seal.required
    def post(self):
        name = request.form.get("name", "")
        if not self.clinic.knows(name, request.form.get("password", "")):
            return self.form(Unauthorized.code)
        session.clear()
        session["patient"] = name
        return redirect("/diary", code=303)


class Diary(Page):
    @patient_only
    def get(self, name):
        return self.html(Markup("<h1>{}</h1><ol>").format(name),
                         *(Markup("<li>") + escape(night) + Markup("</li>") for night in self.clinic.read(name)),
                         Markup("</ol><form action='/diary' method='post'>"), Seal.field(),
                         Markup("<input type='text' name='night' value=''><button type='submit'>Write</button></form>"
                                "<form action='/logout' method='post'>"), Seal.field(),
                         Markup("<button type='submit'>Log out</button></form>"))

    @patient_only
    @Seal.required
    def post(self, name):
        self.clinic.write(name, request.form.get("night", ""))
        return redirect("/diary", code=303)


class Logout(Page):
    @patient_only
    @Seal.required
    def post(self, name):
        session.clear()
        return redirect("/login", code=303)


def create_app(patients):
    app = Flask(__name__)
    app.config.update(SECRET_KEY=secrets.token_bytes(32), SESSION_COOKIE_SAMESITE="Lax")
    clinic = Clinic(dict(patients))
    for view in (Login, Diary, Logout):
        path = view.__name__.lower()
        app.add_url_rule("/" + path, view_func=view.as_view(path, clinic))
    return app
