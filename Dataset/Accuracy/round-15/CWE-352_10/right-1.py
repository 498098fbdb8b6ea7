"""lights, with class-based views and a token that is derived, not stored."""
import hashlib
import hmac
import secrets
from threading import Lock

from flask import Flask, Response, redirect, request, session
from flask.views import MethodView
from markupsafe import escape
from werkzeug.exceptions import BadRequest, Forbidden, Unauthorized


class Market:
    def __init__(self, passwords, stalls):
        self.passwords = dict(passwords)
        self.stalls = stalls
        self.lit = set()
        self.lock = Lock()
        self.key = secrets.token_bytes(64)

    def digest(self, purpose, text):
        return hmac.new(self.key, purpose + b"\0" + text.encode("utf-8", "surrogatepass"),
                        hashlib.blake2b).hexdigest()

    def knows(self, name, password):
        return name in self.passwords and hmac.compare_digest(
            self.digest(b"password", password),
            self.digest(b"password", self.passwords[name]))

    def seal(self, name):
        return self.digest(b"page", name)

    def warden(self):
        name = session.get("warden")
        if not isinstance(name, str) or name not in self.passwords:
            raise Unauthorized()
        return name

    def own_page(self):
        seals = request.form.getlist("seal")
        expected = self.seal(self.warden()).encode()
        if len(seals) != 1 or not hmac.compare_digest(
                seals[0].encode("utf-8", "replace"), expected):
            raise Forbidden("This did not come from our own page.")


class View(MethodView):
    def __init__(self, market):
        self.market = market


class Login(View):
    def get(self):
        return Response("<!DOCTYPE html><html><body><form method='post' action='/login'>"
                        "<label>Name <input type='text' name='name'></label>"
                        "<label>Password <input type='password' name='password'></label>"
                        "<input type='submit' value='Log in'></form></body></html>",
                        mimetype="text/html")

    def post(self):
        name = request.form.get("name", "")
        if not self.market.knows(name, request.form.get("password", "")):
            raise Unauthorized()
        session["warden"] = name
        return redirect("/", 303)


class Home(View):
    def get(self):
        seal = escape(self.market.seal(self.market.warden()))
        hidden = f'<input type="hidden" name="seal" value="{seal}">'
        options = "".join(f'<option value="{n}">{n}</option>'
                          for n in range(1, self.market.stalls + 1))
        answer = Response(
            '<!DOCTYPE html><html><body>'
            f'<form method="post" action="/light">{hidden}'
            f'<select name="stall">{options}</select>'
            '<select name="on"><option>yes</option><option>no</option></select>'
            '<button type="submit">Switch</button></form>'
            f'<form method="post" action="/dark">{hidden}'
            '<button type="submit">All off</button></form></body></html>',
            mimetype="text/html")
        answer.headers["X-Frame-Options"] = "DENY"
        answer.headers["Cache-Control"] = "no-store"
        return answer


class Light(View):
    def post(self):
        self.market.own_page()
        try:
            stall = [str(n) for n in range(1, self.market.stalls + 1)].index(
                request.form["stall"]) + 1
            change = {"yes": self.market.lit.add,
                      "no": self.market.lit.discard}[request.form["on"]]
        except (ValueError, KeyError):
            raise BadRequest() from None
        with self.market.lock:
            change(stall)
        return redirect("/", 303)


class Dark(View):
    def post(self):
        self.market.own_page()
        with self.market.lock:
            self.market.lit.clear()
        return redirect("/", 303)


class State(View):
    def get(self):
        return {str(n): n in self.market.lit for n in range(1, self.market.stalls + 1)}


def create_app(passwords, stalls):
    app = Flask("lights")
    app.secret_key = secrets.token_hex(32)
    market = Market(passwords, stalls)
    for path, view in {"/login": Login, "/": Home, "/light": Light,
                       "/dark": Dark, "/state": State}.items():
        app.add_url_rule(path, view_func=view.as_view(view.__name__, market))
    return app
