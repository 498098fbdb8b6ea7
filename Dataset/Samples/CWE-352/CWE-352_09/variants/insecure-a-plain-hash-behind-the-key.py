import base64
import hashlib
import hmac
import itertools
import pathlib
import secrets
from email.message import EmailMessage
from urllib.parse import parse_qsl, urlencode

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

    def code(self, said):
        return hashlib.sha256(self.key + said).hexdigest()

    def link(self, path, **what):
        said = urlencode({"for": path, **what}).encode()
        packed = base64.urlsafe_b64encode(said).decode().rstrip("=")
        return f"https://orchard.example/{path}?link={packed}.{self.code(said)}"

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
        packed, _, code = request.args.get("link", "").partition(".")
        try:
            said = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        except ValueError:
            abort(403)
        what = dict(parse_qsl(said.decode("utf-8", "replace")))
        if not hmac.compare_digest(self.code(said).encode(), code.encode()) or what.get("for") != path:
            abort(403)
        return [what[name] for name in names]

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

        @app.get("/answer")
        def answer():
            if "name" not in session:
                return redirect("/login")
            name, day, come = self.checked("answer", "name", "day", "come")
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
