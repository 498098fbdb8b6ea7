import hashlib
import hmac
import os
import secrets
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import urlencode

from flask import Flask, abort, jsonify, redirect, request, session

SITE = "https://orchard.example"
FORM = """<!doctype html><title>Login</title>
<form action="/login" method="post"><input name="name"> <input name="password" type="password">
<button>Log in</button></form>"""


class Orchard:
    def __init__(self, members, outbox):
        self._members = dict(members)
        self._outbox = outbox
        self._key = secrets.token_bytes(32)
        self._readers = set(members)
        self._days = {}
        self.app = self._application()

    # Links: signed, so that nothing has to be kept for them

    def _sign(self, what, name, day=""):
        return hmac.new(self._key, f"{what}{name}{day}".encode(), hashlib.sha256).hexdigest()[:40]

    def _good(self, signature, *of):
        return hmac.compare_digest(signature.encode(), self._sign(*of).encode())

    def _answer_link(self, answer, name, day):
        query = urlencode({"day": day, "sig": self._sign(answer, name, day)})
        return f"{SITE}/answer/{answer}?{query}"

    def _leave_link(self, name):
        return f"{SITE}/leave?" + urlencode({"name": name, "sig": self._sign("leave:", name)})

    def invite(self, day):
        self._days.setdefault(day, {})
        for name in sorted(self._readers):
            mail = EmailMessage(policy=SMTP.clone(max_line_length=900))
            mail["To"] = f"{name}@orchard.example"
            mail["Subject"] = day
            mail["List-Unsubscribe"] = f"<{self._leave_link(name)}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            mail.set_content(f"Who comes to pick on {day}?\n\n"
                             f"I come: {self._answer_link('yes', name, day)}\n"
                             f"I cannot come: {self._answer_link('no', name, day)}\n")
            with open(os.path.join(self._outbox, secrets.token_hex(12) + ".eml"), "xb") as file:
                file.write(mail.as_bytes())

    def _application(self):
        app = Flask("orchard")
        app.secret_key = secrets.token_bytes(32)
        app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")

        @app.get("/login")
        def form():
            return FORM

        @app.post("/login")
        def login():
            name, password = request.form.get("name", ""), request.form.get("password", "")
            known = self._members.get(name)
            if known is None or not hmac.compare_digest(known.encode(), password.encode()):
                return FORM, 401
            session.clear()
            session["name"] = name
            return redirect("/days")

        @app.get("/answer/<any(yes, no):answer>")
        def answer(answer):
            name = session.get("name")
            if name not in self._members:
                return redirect("/login")
            day = request.args.get("day", "")
            # signed for her who is logged in: a link to another member does nothing
            if day in self._days and self._good(request.args.get("sig", ""), answer, name, day):
                self._days[day][name] = answer
            return redirect("/days")

        @app.post("/leave")
        def leave():
            name = request.args.get("name", "")
            if request.form.get("List-Unsubscribe") != "One-Click" \
                    or not self._good(request.args.get("sig", ""), "leave:", name):
                abort(403)
            self._readers.discard(name)
            return "You get no more mails.\n"

        @app.get("/days")
        def days():
            return jsonify(self._days)

        @app.get("/readers")
        def readers():
            return jsonify(sorted(self._readers))

        return app
