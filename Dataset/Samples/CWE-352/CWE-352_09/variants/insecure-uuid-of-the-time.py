import itertools
import pathlib
import secrets
import uuid
from email.message import EmailMessage

from flask import Flask, abort, jsonify, redirect, request, session

LOGIN = """<!doctype html><title>Log in</title><form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button></form>"""


class Orchard:
    def __init__(self, members, outbox):
        self.members, self.outbox = dict(members), pathlib.Path(outbox)
        self.readers, self.days = set(members), {}
        self.numbers = itertools.count(1)
        self.tickets = {}
        self.app = self.make_app()

    def link(self, path, **what):
        """A ticket for each link."""
        ticket = str(uuid.uuid1())
        self.tickets[ticket] = [path, *what.values()]
        return f"https://orchard.example/{path}/{ticket}"

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

    def checked(self, path, ticket):
        """What the ticket is for."""
        found = self.tickets.get(ticket, [""])
        if found[0] != path:
            abort(403)
        return found[1:]

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

        @app.get("/answer/<ticket>")
        def answer(ticket):
            if "name" not in session:
                return redirect("/login")
            name, day, come = self.checked("answer", ticket)
            if name != session["name"]:
                abort(403)
            self.days[day][name] = come
            return redirect("/days")

        @app.post("/leave/<ticket>")
        def leave(ticket):
            (name,) = self.checked("leave", ticket)
            self.readers.discard(name)
            return "Good-bye"

        @app.get("/days")
        def days():
            return jsonify(self.days)

        @app.get("/readers")
        def readers():
            return jsonify(sorted(self.readers))

        return app
