import hmac
import secrets
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from flask import Flask, abort, jsonify, redirect, request, session

SITE = "https://orchard.example"
FORM = """<!doctype html><title>Login</title>
<form action="/login" method="post"><input name="name"> <input name="password" type="password">
<button>Log in</button></form>"""


class Orchard:
    def __init__(self, members, outbox):
        self.members = dict(members)
        self.outbox = Path(outbox)
        self.readers = set(self.members)
        self.days = {}
        self.links = {}         # token -> (name, day, answer), or (name,) to unsubscribe
        self.app = Flask(__name__)
        self.app.secret_key = secrets.token_hex(32)
        self.app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
        for rule, method, view in (("/login", "GET", self.form), ("/login", "POST", self.login),
                                   ("/a/<token>", "GET", self.answer), ("/u/<token>", "POST", self.leave),
                                   ("/days", "GET", self.show_days), ("/readers", "GET", self.show_readers)):
            self.app.add_url_rule(rule, view.__name__, view, methods=[method])

    def _link(self, way, *what):
        token = secrets.token_urlsafe(24)
        self.links[token] = what
        return f"{SITE}/{way}/{token}"

    def invite(self, day):
        self.days.setdefault(day, {})
        for name in sorted(self.readers):
            mail = EmailMessage(policy=SMTP.clone(max_line_length=900))
            mail["To"] = f"{name}@orchard.example"
            mail["Subject"] = day
            mail["List-Unsubscribe"] = f"<{self._link('u', name)}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            mail.set_content(f"We pick on {day}.\n\nI come: {self._link('a', name, day, 'yes')}\n"
                             f"I cannot come: {self._link('a', name, day, 'no')}\n")
            (self.outbox / f"{secrets.token_hex(16)}.eml").write_bytes(mail.as_bytes())

    def form(self):
        return FORM

    def login(self):
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in self.members or not hmac.compare_digest(
                self.members[name].encode(), password.encode()):
            return FORM, 401
        waiting = session.pop("waiting", None)
        session["name"] = name
        if waiting:             # the click that brought her here shall not be lost
            day, answer = waiting
            self.days[day][name] = answer
        return redirect("/days")

    def answer(self, token):
        link = self.links.get(token, ())
        if len(link) != 3:
            abort(404)
        name, day, answer = link
        who = session.get("name")
        if who is None:
            session["waiting"] = day, answer
            return redirect("/login")
        if who != name:
            abort(403)
        self.days[day][name] = answer
        return redirect("/days")

    def leave(self, token):
        link = self.links.get(token, ())
        if len(link) != 1 or request.form.get("List-Unsubscribe") != "One-Click":
            abort(404)
        self.readers.discard(link[0])
        return "done"

    def show_days(self):
        return jsonify(self.days)

    def show_readers(self):
        return jsonify(sorted(self.readers))
