import hashlib
import hmac
import os
import secrets
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import urlencode

from flask import Flask, abort, jsonify, redirect, request, session

BASE = "https://orchard.example"
POLICY = SMTP.clone(max_line_length=900)

LOGIN = """<!doctype html><title>Login</title>
<form action="/login" method="post">
<input name="name"><input name="password" type="password"><button>Log in</button></form>"""


class Orchard:
    def __init__(self, members, outbox):
        self.members = dict(members)
        self.outbox = outbox
        self.reading = set(self.members)
        self.answers = {}
        self.key = secrets.token_bytes(32)
        self.app = self._make_app()

    # links

    def _sign(self, name, day, action):
        text = name + day + action
        return hmac.new(self.key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()

    def _link(self, name, day, action):
        query = urlencode({"name": name, "day": day, "sign": self._sign(name, day, action)})
        return f"{BASE}/mail/{action}?{query}"

    def _check(self, action):
        """Name and day of a link that we have really sent, or an error 403."""
        name, day = request.args.get("name", ""), request.args.get("day", "")
        sign = request.args.get("sign", "")
        good = self._sign(name, day, action)
        if name not in self.members or day not in self.answers:
            abort(403)
        if not hmac.compare_digest(good.encode(), sign.encode("utf-8", "replace")):
            abort(403)
        return name, day

    def invite(self, day):
        self.answers.setdefault(day, {})
        for name in sorted(self.reading):
            mail = EmailMessage(policy=POLICY)
            mail["From"] = "orchard@orchard.example"
            mail["To"] = f"{name}@orchard.example"
            mail["Subject"] = day
            mail["List-Unsubscribe"] = f"<{self._link(name, day, 'leave')}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            mail.set_content(
                "Who comes to pick?\n\n"
                f"I come: {self._link(name, day, 'yes')}\n"
                f"I cannot come: {self._link(name, day, 'no')}\n")
            with open(os.path.join(self.outbox, secrets.token_hex(12) + ".eml"), "xb") as file:
                file.write(mail.as_bytes())

    # pages

    def _make_app(self):
        app = Flask(__name__)
        app.secret_key = secrets.token_bytes(32)

        @app.get("/login")
        def login_form():
            return LOGIN

        @app.post("/login")
        def login():
            name = request.form.get("name", "")
            password = request.form.get("password", "")
            known = self.members.get(name)
            if known is None or not hmac.compare_digest(known.encode(), password.encode("utf-8", "replace")):
                return LOGIN, 401
            session.clear()
            session["name"] = name
            return redirect("/days")

        @app.get("/days")
        def days():
            return jsonify(self.answers)

        @app.get("/readers")
        def readers():
            return jsonify(sorted(self.reading))

        def note(answer):
            if session.get("name") not in self.members:
                return redirect("/login")
            name, day = self._check(answer)
            if name != session["name"]:
                abort(403)
            self.answers[day][name] = answer
            return redirect("/days")

        @app.get("/mail/yes")
        def yes():
            return note("yes")

        @app.get("/mail/no")
        def no():
            return note("no")

        @app.post("/mail/leave")
        def leave():
            name, _ = self._check("leave")
            if request.form.get("List-Unsubscribe") != "One-Click":
                abort(400)
            self.reading.discard(name)
            return "You get no more mails."

        return app
