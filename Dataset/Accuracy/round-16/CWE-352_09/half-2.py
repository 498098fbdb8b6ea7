import hmac
import os
import secrets
from email.message import EmailMessage
from email.policy import default

from flask import Flask, abort, jsonify, redirect, request, session

SITE = "https://orchard.example/"
POLICY = default.clone(max_line_length=998)
FORM = """<!doctype html><title>Orchard</title>
<form action="/login" method="post"><input name="name"><input name="password" type="password"><button>Log in</button></form>"""


class Orchard:
    def __init__(self, members, outbox):
        self.members = dict(members)
        self.outbox = outbox
        self.readers = set(members)
        self.days = {}
        self._links = {}                    # token -> (name, day, what it does)
        self.app = self._make_app()

    def _link(self, name, day, what):
        token = secrets.token_urlsafe(24)
        self._links[token] = (name, day, what)
        return f"{SITE}{'leave' if what == 'leave' else 'answer'}/{token}"

    def invite(self, day):
        self.days.setdefault(day, {})
        for name in sorted(self.readers):
            mail = EmailMessage(policy=POLICY)
            mail["To"] = f"{name}@orchard.example"
            mail["Subject"] = day
            mail["List-Unsubscribe"] = f"<{self._link(name, day, 'leave')}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            mail.set_content(f"I come: {self._link(name, day, 'yes')}\n"
                             f"I cannot come: {self._link(name, day, 'no')}\n")
            with open(os.path.join(self.outbox, secrets.token_hex(12) + ".eml"), "xb") as file:
                file.write(mail.as_bytes())

    def _make_app(self):
        app = Flask(__name__)
        app.secret_key = secrets.token_bytes(32)
        app.config["SESSION_COOKIE_SAMESITE"] = "Lax"

        def note(token):
            _, day, what = self._links[token]
            self.days[day][session["name"]] = what

        @app.get("/login")
        def login_form():
            return FORM

        @app.post("/login")
        def login():
            name, password = request.form.get("name", ""), request.form.get("password", "")
            if name not in self.members or not hmac.compare_digest(
                    password.encode(), self.members[name].encode()):
                abort(401)
            waiting = session.get("waiting")
            session.clear()
            session["name"] = name
            if waiting in self._links:      # the click that brought her here
                note(waiting)
            return redirect("/days")

        @app.get("/days")
        def days():
            return jsonify(self.days)

        @app.get("/readers")
        def readers():
            return jsonify(sorted(self.readers))

        @app.get("/answer/<token>")
        def answer(token):
            name, _, what = self._links.get(token, (None, None, None))
            if what not in ("yes", "no"):
                abort(404)
            if "name" not in session:
                session["waiting"] = token  # one click is the answer, also for who has to log in first
                return redirect("/login")
            if session["name"] != name:     # a link out of somebody else's mail
                abort(403)
            note(token)
            return redirect("/days")

        @app.post("/leave/<token>")
        def leave(token):
            name, _, what = self._links.get(token, (None, None, None))
            if what != "leave":
                abort(404)
            if request.form.get("List-Unsubscribe") != "One-Click":
                abort(400)
            self.readers.discard(name)
            return "You get no more mails."

        return app
