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


from itsdangerous import BadData, URLSafeSerializer
import hashlib
from flask.views import MethodView


class Links:
    """Each purpose has a serializer with a key of its own; nothing is kept but the keys."""

    def __init__(self):
        self._signers = {purpose: URLSafeSerializer(secrets.token_bytes(48), salt=purpose,
                                                    signer_kwargs={"digest_method": hashlib.sha512})
                         for purpose in ("yes", "no", "stop")}

    def write(self, purpose, name, day):
        return f"{SITE}{purpose}?seal={self._signers[purpose].dumps([name, day])}"

    def read(self, purpose):
        try:
            return self._signers[purpose].loads(request.args.get("seal", ""))
        except BadData:
            abort(404)


class Login(MethodView):
    def __init__(self, members):
        self.members = members

    def get(self):
        return FORM

    def post(self):
        name = request.form.get("name", "")
        given = hashlib.sha256(request.form.get("password", "").encode()).digest()
        kept = hashlib.sha256(self.members.get(name, "").encode()).digest()
        if not hmac.compare_digest(given, kept) or name not in self.members:
            return "No.", 401
        session.clear()
        session.permanent = True
        session["who"] = name
        return redirect("/days", 303)


class Answer(MethodView):
    def __init__(self, links, answers, what):
        self.links, self.answers, self.what = links, answers, what

    def get(self):
        who = session.get("who")
        if who is None:
            return redirect("/login", 303)
        name, day = self.links.read(self.what)
        if who == name:
            self.answers[day][name] = self.what
        return redirect("/days", 303)          # whose link it was not, sees the days, no more


class Stop(MethodView):
    def __init__(self, links, readers):
        self.links, self.readers = links, readers

    def post(self):
        name, _ = self.links.read("stop")
        if request.form.get("List-Unsubscribe") == "One-Click":
            self.readers.discard(name)
        return "", 200


class Orchard:
    def __init__(self, members, outbox):
        self._outbox, self._readers, self._answers, self._links = outbox, set(members), {}, Links()
        self.app = app = Flask("orchard")
        app.secret_key = secrets.token_bytes(48)
        rule = app.add_url_rule
        rule("/login", view_func=Login.as_view("login", dict(members)))
        for what in ("yes", "no"):
            rule("/" + what, view_func=Answer.as_view(what, self._links, self._answers, what))
        rule("/stop", view_func=Stop.as_view("stop", self._links, self._readers))
        rule("/days", "days", lambda: jsonify(self._answers))
        rule("/readers", "readers", lambda: jsonify(sorted(self._readers)))

    def invite(self, day):
        self._answers.setdefault(day, {})
        for name in self._readers:
            mail = EmailMessage(policy=POLICY)
            mail["To"] = name + "@orchard.example"
            mail["Subject"] = day
            mail["List-Unsubscribe"] = "<" + self._links.write("stop", name, day) + ">"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            mail.set_content("\n".join(("Good morning!", "",
                                        "I come: " + self._links.write("yes", name, day),
                                        "I cannot come: " + self._links.write("no", name, day), "")))
            with open(os.path.join(self._outbox, secrets.token_hex(16) + ".eml"), "xb") as file:
                file.write(bytes(mail))
