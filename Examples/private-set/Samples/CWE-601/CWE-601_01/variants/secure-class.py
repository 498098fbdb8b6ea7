import hmac
import os
from html import escape
from urllib.parse import urlsplit

from flask import Flask, Response, request, session

START = "/plots"


class SignIn:
    def __init__(self, members):
        self.members = members

    def form(self, target, status=200):
        text = (
            "<!doctype html><title>Sign in</title>"
            '<form action="/login" method="post">'
            '<input name="name"><input name="password" type="password">'
            f'<input type="hidden" name="next" value="{escape(target)}">'
            "<button>Sign in</button></form>"
        )
        return Response(text, status, mimetype="text/html")

    def knows(self, name, password):
        expected = self.members.get(name)
        return expected is not None and hmac.compare_digest(expected.encode(), password.encode())

    @staticmethod
    def destination(target):
        path = target.partition("#")[0].partition("?")[0]
        if not target.isprintable() or "\\" in path:
            return START
        if not path.startswith("/") or path.startswith("//"):
            return START
        parts = urlsplit(target)
        return START if parts.scheme or parts.netloc else target

    def handle(self):
        if request.method == "GET":
            return self.form(request.args.get("next", ""))
        target = request.form.get("next", "")
        name = request.form.get("name", "")
        if not self.knows(name, request.form.get("password", "")):
            return self.form(target, 401)
        session["member"] = name
        return Response(status=302, headers={"Location": self.destination(target)})

    def me(self):
        name = session.get("member")
        if name is None:
            return Response("", 401, mimetype="text/plain")
        return Response(name, mimetype="text/plain")


def create_app(members):
    app = Flask(__name__)
    app.secret_key = os.urandom(24)
    pages = SignIn(members)
    app.add_url_rule("/login", "login", pages.handle, methods=["GET", "POST"])
    app.add_url_rule("/me", "me", pages.me)
    return app
