"""Picking days of the orchard: invitations by mail, answers by one click."""
import hmac
import os
import secrets
import uuid
from email.message import EmailMessage
from email.policy import SMTP

from flask import Flask, jsonify, redirect, request, session

BASE = "https://orchard.example"
POLICY = SMTP.clone(max_line_length=990)
FORM = """<!doctype html><title>Login</title>
<form action="/login" method="post"><input name="name">
<input name="password" type="password"><button>Log in</button></form>"""


class Orchard:
    def __init__(self, members, outbox):
        self._members = dict(members)
        self._outbox = outbox
        self._readers = set(self._members)
        self._days = {}
        self._links = {}  # key -> what it is for, whose it is, day
        self.app = self._make_app()

    # -- links

    def _link(self, what, name, day):
        key = str(uuid.uuid1())
        self._links[key] = (what, name, day)
        return f"{BASE}/{what}/{key}"

    def _checked(self, what, key):
        """Name and day of the link that was opened, or None if it is not one of ours."""
        kind, name, day = self._links.get(key, (None, None, None))
        if kind != what:
            return None
        return name, day

    # -- mails

    def invite(self, day):
        self._days.setdefault(day, {})
        links = {name: [self._link(what, name, day) for what in ("leave", "yes", "no")]
                 for name in sorted(self._readers)}
        for name, (leave, yes, no) in links.items():
            mail = EmailMessage(policy=POLICY)
            mail["From"] = "days@orchard.example"
            mail["To"] = f"{name}@orchard.example"
            mail["Subject"] = day
            mail["List-Unsubscribe"] = f"<{leave}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            mail.set_content(
                f"Do you come to pick?\n\nI come: {yes}\n"
                f"I cannot come: {no}\n")
            path = os.path.join(self._outbox, f"{uuid.uuid4().hex}.eml")
            with open(path, "xb") as file:
                file.write(mail.as_bytes())

    # -- pages

    def _make_app(self):
        app = Flask(__name__)
        app.secret_key = secrets.token_bytes(32)
        app.config["SESSION_COOKIE_SAMESITE"] = "Lax"

        @app.get("/login")
        def login_form():
            return FORM

        @app.post("/login")
        def login():
            name = request.form.get("name", "")
            password = request.form.get("password", "")
            known = self._members.get(name)
            if known is None or not hmac.compare_digest(known.encode(), password.encode()):
                return FORM, 401
            session.clear()
            session["name"] = name
            return redirect("/days")

        @app.get("/days")
        def days():
            return jsonify(self._days)

        @app.get("/readers")
        def readers():
            return jsonify(sorted(self._readers))

        def answer(what, key):
            me = session.get("name")
            if me not in self._members:
                return redirect("/login")
            found = self._checked(what, key)
            if found is None or found[0] != me:
                return "This link is not for you.", 403
            self._days[found[1]][me] = what
            return redirect("/days")

        @app.get("/yes/<key>")
        def yes(key):
            return answer("yes", key)

        @app.get("/no/<key>")
        def no(key):
            return answer("no", key)

        @app.post("/leave/<key>")
        def leave(key):
            if request.form.get("List-Unsubscribe") != "One-Click":
                return "", 400
            found = self._checked("leave", key)
            if found is None:
                return "", 403
            self._readers.discard(found[0])
            return ""

        return app
