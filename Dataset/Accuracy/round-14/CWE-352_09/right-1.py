"""Nothing about links is stored: each carries its meaning, sealed with itsdangerous."""
import json
import secrets
import time
from collections import defaultdict
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default
from http import HTTPStatus
from pathlib import Path

from flask import Flask, Response, redirect, render_template_string, request, session
from flask.views import MethodView
from itsdangerous import BadData, URLSafeSerializer
import hashlib


class _Login(MethodView):
    PAGE = """<!doctype html><title>Log in</title><form action="{{ to }}" method="post">
      <label>Name <input name="name"></label><label>Password <input type="password" name="password"></label>
      <input type="submit" value="Log in"></form>"""

    def __init__(self, orchard):
        self.orchard = orchard

    def get(self):
        return render_template_string(self.PAGE, to="/login")

    def post(self):
        form = request.form
        if "name" in form and "password" in form and (form["name"], form["password"]) in self.orchard._pairs:
            session["member"] = form["name"]
            return redirect("/days", HTTPStatus.SEE_OTHER)
        return self.get(), HTTPStatus.UNAUTHORIZED


class _Answer(MethodView):
    def __init__(self, orchard):
        self.orchard = orchard

    def head(self, seal):
        return "", HTTPStatus.METHOD_NOT_ALLOWED

    def get(self, seal):
        who = session.get("member")
        if who is None:
            return redirect("/login", HTTPStatus.SEE_OTHER)
        try:
            name, day, answer = self.orchard._answers_seal.loads(seal)
        except BadData:
            return redirect("/days")
        if name == who:
            self.orchard._given[day][name] = answer
        return redirect("/days", HTTPStatus.SEE_OTHER)


class _Leave(MethodView):
    def __init__(self, orchard):
        self.orchard = orchard

    def post(self, seal):
        try:
            name = self.orchard._leaving_seal.loads(seal)
        except BadData:
            return "Unknown link", HTTPStatus.NOT_FOUND
        if request.form.getlist("List-Unsubscribe") != ["One-Click"]:
            return "Bad form", HTTPStatus.BAD_REQUEST
        self.orchard._readers.pop(name, None)
        return Response(status=HTTPStatus.OK)


class Orchard:
    def __init__(self, members, outbox):
        key = secrets.token_bytes(64)
        how = {"signer_kwargs": {"digest_method": hashlib.sha512}}
        self._answers_seal = URLSafeSerializer(key, salt="answer", **how)
        self._leaving_seal = URLSafeSerializer(key, salt="leave", **how)
        self._pairs = frozenset(members.items())
        self._readers = dict.fromkeys(members)
        self._given = defaultdict(dict)
        self._box = Path(outbox)
        self.app = app = Flask("orchard")
        app.config.update(SECRET_KEY=secrets.token_urlsafe(40), SESSION_COOKIE_SAMESITE="Lax")
        for path, view in (("/login", _Login), ("/answer/<seal>", _Answer), ("/leave/<seal>", _Leave)):
            app.add_url_rule(path, view_func=view.as_view(path, self))
        for path, source in (("/days", lambda: self._given), ("/readers", lambda: sorted(self._readers))):
            app.add_url_rule(path, path, lambda source=source: Response(
                json.dumps(source()), mimetype="application/json"))

    def invite(self, day):
        self._given[day]
        for name in list(self._readers):
            seals = {a: self._answers_seal.dumps([name, day, a]) for a in ("no", "yes")}
            mail = EmailMessage(default.clone(max_line_length=0, linesep="\r\n"))
            mail["Subject"] = day
            mail["To"] = f"{name}@orchard.example"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            mail["List-Unsubscribe"] = f"<https://orchard.example/leave/{self._leaving_seal.dumps(name)}>"
            mail.set_content("".join(f"{words}: https://orchard.example/answer/{seals[a]}\n" for words, a in
                                     (("I come", "yes"), ("I cannot come", "no"))), cte="8bit")
            (self._box / f"{time.time_ns()}-{secrets.token_hex(8)}.eml").write_bytes(bytes(mail))
