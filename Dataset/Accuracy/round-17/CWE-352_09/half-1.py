import hashlib
import hmac
import os
import secrets
import uuid
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import urlencode

from flask import Flask, jsonify, redirect, request, session

SITE = "https://orchard.example"
POLICY = SMTP.clone(max_line_length=990)

LOGIN = """<!doctype html>
<title>Orchard</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>
"""


class Orchard:
    def __init__(self, members, outbox):
        self._members = dict(members)
        self._outbox = outbox
        self._readers = set(self._members)
        self._days = {}
        self._key = secrets.token_bytes(32)
        self.app = self._make_app()

    # -- links -----------------------------------------------------------

    def _sign(self, what, name, day=""):
        mac = hmac.new(self._key, digestmod=hashlib.sha256)
        for part in (what, name, day):
            mac.update(part.encode("utf-8", "surrogatepass"))
        return mac.hexdigest()

    def _genuine(self, what, name, day=""):
        given = request.args.get("sign", "")
        return hmac.compare_digest(given.encode("utf-8", "replace"),
                                   self._sign(what, name, day).encode())

    def _answer_link(self, what, name, day):
        return SITE + "/answer?" + urlencode(
            {"name": name, "day": day, "come": what, "sign": self._sign(what, name, day)})

    def _leave_link(self, name):
        return SITE + "/leave?" + urlencode({"name": name, "sign": self._sign("leave", name)})

    # -- mails -----------------------------------------------------------

    def invite(self, day):
        self._days.setdefault(day, {})
        for name in sorted(self._readers):
            mail = EmailMessage(policy=POLICY)
            mail["To"] = name + "@orchard.example"
            mail["Subject"] = day
            mail["List-Unsubscribe"] = "<" + self._leave_link(name) + ">"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            mail.set_content("Who comes to pick?\n\n"
                             "I come: " + self._answer_link("yes", name, day) + "\n"
                             "I cannot come: " + self._answer_link("no", name, day) + "\n")
            with open(os.path.join(self._outbox, uuid.uuid4().hex + ".eml"), "xb") as file:
                file.write(mail.as_bytes())

    # -- application -----------------------------------------------------

    def _make_app(self):
        app = Flask(__name__)
        app.secret_key = secrets.token_bytes(32)
        app.json.sort_keys = False

        @app.get("/login")
        def login_form():
            return LOGIN

        @app.post("/login")
        def login():
            name = request.form.get("name", "")
            password = request.form.get("password", "")
            known = self._members.get(name)
            if known is None or not hmac.compare_digest(known.encode(), password.encode("utf-8", "replace")):
                return LOGIN, 401
            session.clear()
            session["name"] = name
            session.permanent = True
            return redirect("/days")

        @app.get("/answer")
        def answer():
            me = session.get("name")
            if me not in self._members:
                return redirect("/login")
            name = request.args.get("name", "")
            day = request.args.get("day", "")
            what = request.args.get("come", "")
            if what not in ("yes", "no") or day not in self._days:
                return "This is no link of ours.", 404
            # the link must be from a mail to the very member who is logged in
            if name != me or not self._genuine(what, name, day):
                return "This link is not from a mail to you.", 403
            self._days[day][me] = what
            return redirect("/days")

        @app.post("/leave")
        def leave():
            name = request.args.get("name", "")
            if name not in self._members or not self._genuine("leave", name):
                return "This is no link of ours.", 403
            if request.form.get("List-Unsubscribe") != "One-Click":
                return "", 400
            self._readers.discard(name)
            return ""

        @app.get("/days")
        def days():
            return jsonify(self._days)

        @app.get("/readers")
        def readers():
            return jsonify(sorted(self._readers))

        return app
