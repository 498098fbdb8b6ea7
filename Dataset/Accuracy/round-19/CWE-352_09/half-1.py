import hashlib
import hmac
import os
import secrets
import uuid
from email import policy
from email.message import EmailMessage
from urllib.parse import urlencode

from flask import Flask, jsonify, redirect, request, session

SITE = "https://orchard.example"
MAIL = policy.default.clone(max_line_length=998)
FORM = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
<input name="name"><input name="password" type="password">
<button>Log in</button></form>"""


class Orchard:
    def __init__(self, members, outbox):
        self._members = dict(members)
        self._outbox = outbox
        self._readers = set(self._members)
        self._days = {}
        self._secret = secrets.token_bytes(32)
        self.app = self._make_app()

    def _key(self, purpose, name, day=""):
        """The part of a link that nobody but its reader can know."""
        mac = hmac.new(self._secret, digestmod=hashlib.sha256)
        mac.update(purpose.encode("utf-8", "surrogatepass"))
        mac.update(name.encode("utf-8", "surrogatepass"))
        mac.update(day.encode("utf-8", "surrogatepass"))
        return mac.hexdigest()

    def _fits(self, key, purpose, name, day=""):
        expected = self._key(purpose, name, day)
        return hmac.compare_digest(expected.encode(), key.encode("utf-8", "replace"))

    def invite(self, day):
        self._days.setdefault(day, {})
        for name in sorted(self._readers):
            self._mail(name, day)

    def _mail(self, name, day):
        def answer(purpose):
            return f"{SITE}/{purpose}?" + urlencode(
                {"name": name, "day": day, "key": self._key(purpose, name, day)})

        leave = f"{SITE}/leave?" + urlencode(
            {"name": name, "key": self._key("leave", name)})
        mail = EmailMessage(policy=MAIL)
        mail["To"] = f"{name}@orchard.example"
        mail["Subject"] = day
        mail["List-Unsubscribe"] = f"<{leave}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        mail.set_content(f"Who comes to pick on {day}?\n\n"
                         f"I come: {answer('yes')}\n"
                         f"I cannot come: {answer('no')}\n")
        path = os.path.join(self._outbox, f"{uuid.uuid4().hex}.eml")
        with open(path, "wb") as file:
            file.write(mail.as_bytes())

    def _make_app(self):
        app = Flask(__name__)
        app.secret_key = secrets.token_bytes(32)
        app.config["SESSION_COOKIE_SAMESITE"] = "Lax"

        @app.get("/login")
        def form():
            return FORM

        @app.post("/login")
        def login():
            name = request.form.get("name", "")
            password = request.form.get("password", "")
            known = self._members.get(name)
            if known is None or not hmac.compare_digest(
                    known.encode(), password.encode("utf-8", "replace")):
                return "Wrong name or password.", 401
            session["name"] = name
            return redirect("/days")

        def note(purpose):
            name = request.args.get("name", "")
            day = request.args.get("day", "")
            if session.get("name") not in self._members:
                return redirect("/login")
            if not self._fits(request.args.get("key", ""), purpose, name, day):
                return "This link does not work.", 403
            if session["name"] != name or day not in self._days:
                return "This link is not for you.", 403
            self._days[day][name] = purpose
            return redirect("/days")

        @app.get("/yes")
        def yes():
            return note("yes")

        @app.get("/no")
        def no():
            return note("no")

        @app.post("/leave")
        def leave():
            name = request.args.get("name", "")
            if request.form.get("List-Unsubscribe") != "One-Click":
                return "", 400
            if not self._fits(request.args.get("key", ""), "leave", name):
                return "", 403
            self._readers.discard(name)
            return "", 200

        @app.get("/days")
        def days():
            return jsonify(self._days)

        @app.get("/readers")
        def readers():
            return jsonify(sorted(self._readers))

        return app
