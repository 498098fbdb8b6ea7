"""The orchard: each link is a sealed capability (a random name of a small closure)."""
import secrets
from email import policy
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from uuid import uuid4

import flask
from flask.views import MethodView
from werkzeug.security import check_password_hash, generate_password_hash

ROOT = "https://orchard.example/"


class Capabilities(dict):
    def seal(self, act):
        token = secrets.token_hex(16)
        self[token] = act
        return token


class Login(MethodView):
    init_every_request = False

    def __init__(self, orchard):
        self.hashes = {name: generate_password_hash(word, "pbkdf2:sha256:1000")
                       for name, word in orchard.members.items()}

    def get(self):
        return ("<!doctype html><form method='post' action='/login'><input name='name'>"
                "<input name='password' type='password'><input type='submit'></form>")

    def post(self):
        fields = flask.request.form
        name = fields.get("name", "")
        if not check_password_hash(self.hashes.get(name, "x"), fields.get("password", "")):
            return flask.Response(self.get(), 401)
        flask.session.clear()
        flask.session["who"] = name
        return flask.redirect("/days", 303)


class Click(MethodView):
    init_every_request = False

    def __init__(self, orchard):
        self.orchard = orchard

    def get(self, token):
        who = flask.session.get("who")
        if who is None:
            return flask.redirect("/login", 303)
        act = self.orchard.clicks.get(token)
        if act is not None:
            act(who)
        return flask.redirect("/days", 303)


class Button(MethodView):
    init_every_request = False

    def __init__(self, orchard):
        self.orchard = orchard

    def post(self, token):
        act = self.orchard.buttons.get(token)
        if act is None:
            flask.abort(404)
        if flask.request.form.get("List-Unsubscribe") != "One-Click":
            flask.abort(400)
        act()
        return "", 200


class Orchard:
    def __init__(self, members, outbox):
        self.members, self.outbox = dict(members), Path(outbox)
        self.reading = dict.fromkeys(self.members, True)
        self.picks = {}
        self.clicks, self.buttons = Capabilities(), Capabilities()
        self.app = app = flask.Flask("orchard")
        app.config.from_mapping(SECRET_KEY=secrets.token_bytes(48), SESSION_COOKIE_SAMESITE="Lax")
        for rule, view in ("/login", Login), ("/c/<token>", Click), ("/b/<token>", Button):
            app.add_url_rule(rule, view_func=view.as_view(view.__name__, self))
        app.add_url_rule("/days", "days", lambda: flask.jsonify(self.picks))
        app.add_url_rule("/readers", "readers", lambda: flask.jsonify(self._readers()))

    def _readers(self):
        return sorted(name for name, reads in self.reading.items() if reads)

    def _note(self, name, day, answer, who):
        if who == name:
            self.picks[day][name] = answer

    def invite(self, day):
        self.picks.setdefault(day, {})
        for name in self._readers():
            click = lambda answer: ROOT + "c/" + self.clicks.seal(partial(self._note, name, day, answer))
            mail = EmailMessage(policy.SMTP)
            mail["To"] = f"{name}@orchard.example"
            mail["Subject"] = day
            leave = self.buttons.seal(partial(self.reading.update, {name: False}))
            mail["List-Unsubscribe"] = f"<{ROOT}b/{leave}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            mail.set_content(f"I cannot come: {click('no')}\r\nI come: {click('yes')}\r\n")
            (self.outbox / f"{uuid4()}.eml").write_bytes(bytes(mail))
