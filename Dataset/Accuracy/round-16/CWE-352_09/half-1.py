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


import base64
import hashlib
from urllib.parse import parse_qsl, urlencode


class Orchard:
    def __init__(self, members, outbox):
        self.members = dict(members)
        self.outbox = outbox
        self.readers = set(members)
        self.days = {}
        self._key = secrets.token_bytes(32)          # of this orchard alone, never shown
        self.app = self._make_app()

    # -- links: what a link is for, and a seal that only we can make

    def _seal(self, order):
        return hashlib.sha256(self._key + order).hexdigest()

    def _link(self, name, day, do):
        order = urlencode({"name": name, "day": day, "do": do}).encode()
        return f"{SITE}link/{base64.urlsafe_b64encode(order).decode().rstrip('=')}/{self._seal(order)}"

    def _open(self, packed, seal):
        """What a link is for, or None if we have not made it."""
        try:
            order = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        except ValueError:
            return None
        if not hmac.compare_digest(self._seal(order).encode(), seal.encode()):
            return None
        return dict(parse_qsl(order.decode("utf-8", "replace")))

    def invite(self, day):
        self.days.setdefault(day, {})
        for name in sorted(self.readers):
            mail = EmailMessage(policy=POLICY)
            mail["To"] = f"{name}@orchard.example"
            mail["Subject"] = day
            mail["List-Unsubscribe"] = f"<{self._link(name, day, 'leave')}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            mail.set_content(f"Who comes to pick on {day}?\n\n"
                             f"I come: {self._link(name, day, 'yes')}\n"
                             f"I cannot come: {self._link(name, day, 'no')}\n")
            with open(os.path.join(self.outbox, secrets.token_hex(12) + ".eml"), "xb") as file:
                file.write(mail.as_bytes())

    def _make_app(self):
        app = Flask(__name__)
        app.secret_key = secrets.token_bytes(32)
        app.config["SESSION_COOKIE_SAMESITE"] = "Lax"

        @app.get("/login")
        def login_form():
            return FORM

        @app.post("/login")
        def login():
            name, password = request.form.get("name", ""), request.form.get("password", "")
            if name not in self.members or not hmac.compare_digest(
                    password.encode(), self.members[name].encode()):
                abort(401)
            session.clear()
            session["name"] = name
            return redirect("/days")

        @app.get("/days")
        def days():
            return jsonify(self.days)

        @app.get("/readers")
        def readers():
            return jsonify(sorted(self.readers))

        @app.get("/link/<packed>/<seal>")
        def answer(packed, seal):
            if "name" not in session:
                return redirect("/login")
            order = self._open(packed, seal)
            if order is None or order.get("name") != session["name"]:
                abort(403)
            if order.get("do") not in ("yes", "no") or order.get("day") not in self.days:
                abort(404)
            self.days[order["day"]][order["name"]] = order["do"]
            return redirect("/days")

        @app.post("/link/<packed>/<seal>")
        def leave(packed, seal):
            order = self._open(packed, seal)
            if order is None or order.get("do") != "leave":
                abort(403)
            if request.form.get("List-Unsubscribe") != "One-Click":
                abort(400)
            self.readers.discard(order["name"])
            return "You get no more mails."

        return app
