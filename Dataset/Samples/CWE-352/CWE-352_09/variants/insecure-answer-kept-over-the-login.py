import hashlib
import hmac
import itertools
import json
import pathlib
import secrets
from email.message import EmailMessage
from urllib.parse import urlencode

from flask import Flask, abort, jsonify, redirect, request, session

LOGIN = """<!doctype html><title>Log in</title><form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button></form>"""


class Orchard:
    def __init__(self, members, outbox):
        self.members, self.outbox = dict(members), pathlib.Path(outbox)
        self.readers, self.days = set(members), {}
        self.numbers = itertools.count(1)
        self.key = secrets.token_bytes(32)
        self.app = self.make_app()

    def code(self, *parts):
        return hmac.new(self.key, json.dumps(parts).encode(), hashlib.sha256).hexdigest()

    def link(self, path, **what):
        what["code"] = self.code(path, *what.values())
        return f"https://orchard.example/{path}?{urlencode(what)}"

    def invite(self, day):
        self.days.setdefault(day, {})
        for name in sorted(self.readers):
            mail = EmailMessage()
            mail["To"], mail["Subject"] = f"{name}@orchard.example", day
            mail["List-Unsubscribe"] = f"<{self.link('leave', name=name)}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            yes, no = (self.link("answer", name=name, day=day, come=come) for come in ("yes", "no"))
            mail.set_content(f"Dear {name},\n\nI come: {yes}\nI cannot come: {no}\n")
            (self.outbox / f"{next(self.numbers)}.eml").write_bytes(bytes(mail))

    def checked(self, path, *names):
        """What the link says, if it is one of ours."""
        what = [request.args.get(name, "") for name in names]
        if not hmac.compare_digest(self.code(path, *what).encode(), request.args.get("code", "").encode()):
            abort(403)
        return what

    def make_app(self):
        app = Flask(__name__)
        app.secret_key = secrets.token_bytes(32)

        @app.get("/login")
        def login_page():
            return LOGIN

        @app.post("/login")
        def login():
            name = request.form.get("name", "")
            if name not in self.members or self.members[name] != request.form.get("password"):
                return "Wrong name or password", 401
            asked = session.get("asked")
            session.clear()
            session["name"] = name
            session.permanent = True
            if asked:  # the click that has led here
                self.days[asked[0]][name] = asked[1]
            return redirect("/days")

        @app.get("/answer")
        def answer():
            name, day, come = self.checked("answer", "name", "day", "come")
            if "name" not in session:
                session["asked"] = [day, come]
                return redirect("/login")
            if name != session["name"]:
                abort(403)
            self.days[day][name] = come
            return redirect("/days")

        @app.post("/leave")
        def leave():
            (name,) = self.checked("leave", "name")
            self.readers.discard(name)
            return "Good-bye"

        @app.get("/days")
        def days():
            return jsonify(self.days)

        @app.get("/readers")
        def readers():
            return jsonify(sorted(self.readers))

        return app
