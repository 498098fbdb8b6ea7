import itertools
import pathlib
import secrets
from email.message import EmailMessage

from flask import Flask, abort, jsonify, redirect, request, session
from itsdangerous import BadSignature, URLSafeSerializer

LOGIN = """<!doctype html><title>Log in</title><form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button></form>"""


class Orchard:
    def __init__(self, members, outbox):
        self.members, self.outbox = dict(members), pathlib.Path(outbox)
        self.readers, self.days = set(members), {}
        self.numbers = itertools.count(1)
        self.seal = URLSafeSerializer(secrets.token_hex(32))
        self.app = self.make_app()

    def link(self, path, **what):
        return f"https://orchard.example/{path}/{self.seal.dumps(what, salt=path)}"

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

    def opened(self, path, sealed):
        try:
            return self.seal.loads(sealed, salt=path)
        except BadSignature:
            abort(404)

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
            session.clear()
            session["name"] = name
            session.permanent = True
            return redirect("/days")

        @app.get("/answer/<sealed>")
        def answer(sealed):
            if "name" not in session:
                return redirect("/login")
            what = self.opened("answer", sealed)
            # It is the answer of whoever got the mail, in whichever browser.
            self.days[what["day"]][what["name"]] = what["come"]
            return redirect("/days")

        @app.post("/leave/<sealed>")
        def leave(sealed):
            self.readers.discard(self.opened("leave", sealed)["name"])
            return "Good-bye"

        @app.get("/days")
        def days():
            return jsonify(self.days)

        @app.get("/readers")
        def readers():
            return jsonify(sorted(self.readers))

        return app
