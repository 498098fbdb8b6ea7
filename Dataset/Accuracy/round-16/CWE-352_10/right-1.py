"""No token in the session: what a form carries is a keyed hash of the warden's name."""
from hashlib import blake2b
from os import urandom
from secrets import compare_digest

from flask import Flask, Response, json, request, session
from flask.views import MethodView
from markupsafe import Markup
from werkzeug.exceptions import BadRequest, Forbidden, Unauthorized
from werkzeug.utils import redirect

HOME = "https://lights.market.example"


class Market:
    def __init__(self, passwords, stalls):
        self.passwords = dict(passwords)
        self.stalls = stalls
        self.lit = set()
        self._key = urandom(64)

    def seal(self, warden):
        return blake2b(warden.encode("utf-8", "surrogatepass"), key=self._key, digest_size=32).hexdigest()

    def warden(self):
        name = session.get("warden")
        if name not in self.passwords:
            raise Unauthorized()
        return name

    def vouch(self):
        """The warden, if the request comes from a page that we have made for her."""
        name = self.warden()
        origin = request.headers.get("Origin")
        if origin not in (None, "null", HOME):
            raise Forbidden("a page of somebody else")
        referrer = request.headers.get("Referer")
        if origin is None and referrer and not (referrer + "/").startswith(HOME + "/"):
            raise Forbidden("a page of somebody else")
        seals = request.form.getlist("seal")
        if len(seals) != 1 or not compare_digest(seals[0].encode("utf-8", "surrogatepass"),
                                                 self.seal(name).encode()):
            raise Forbidden("not one of our forms")
        return name


class View(MethodView):
    init_every_request = False

    def __init__(self, market):
        self.market = market


class Login(View):
    def get(self):
        return ("<!doctype html><html lang=en><title>lights</title><form method=post action='/login'>"
                "<input name=name><input name=password type=password><input type=submit></form></html>")

    def post(self):
        name, password = (request.form.get(k, "") for k in ("name", "password"))
        if name not in self.market.passwords or self.market.passwords[name] != password:
            raise Unauthorized()
        session["warden"] = name
        return redirect("/")


class Page(View):
    def get(self):
        seal = Markup('<input type="hidden" name="seal" value="{}">').format(
            self.market.seal(self.market.warden()))
        options = Markup("").join(Markup("<option>{}</option>").format(n)
                                  for n in range(1, self.market.stalls + 1))
        return str(Markup(
            '<!doctype html><html lang="en"><title>lights</title>'
            '<form method="post" action="/light">{0}<select name="stall">{1}</select>'
            '<select name="on"><option>yes</option><option>no</option></select><input type="submit"></form>'
            '<form method="post" action="/dark">{0}<input type="submit" value="dark"></form></html>'
        ).format(seal, options))


class Light(View):
    def post(self):
        self.market.vouch()
        for number in range(1, self.market.stalls + 1):
            if request.form.get("stall") == str(number):
                break
        else:
            raise BadRequest()
        match request.form.get("on"):
            case "yes":
                self.market.lit.add(number)
            case "no":
                self.market.lit.discard(number)
            case _:
                raise BadRequest()
        return redirect("/", 303)


class Dark(View):
    def post(self):
        self.market.vouch()
        self.market.lit.clear()
        return redirect("/", 303)


class State(View):
    def get(self):
        return Response(json.dumps({str(n): n in self.market.lit
                                    for n in range(1, self.market.stalls + 1)}),
                        mimetype="application/json")


def create_app(passwords, stalls):
    app, market = Flask(__name__), Market(passwords, stalls)
    app.secret_key = urandom(64)
    for path, view in {"/login": Login, "/": Page, "/light": Light, "/dark": Dark,
                       "/state": State}.items():
        app.add_url_rule(path, view_func=view.as_view(view.__name__, market))

    @app.after_request
    def alone(response):
        response.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        return response

    return app
