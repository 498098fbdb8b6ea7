import os
from hmac import compare_digest

from flask import Flask, Response, json, make_response, request, session


def answer(value, status=200):
    return Response(json.dumps(value), status, mimetype="application/json")


class Greenhouse(Flask):
    checks = {
        "temperature": ("value", lambda v: type(v) is int and 5 <= v <= 35),
        "vents": ("position", lambda v: type(v) is str and v in {"open", "closed"}),
    }

    def __init__(self, passwords):
        super().__init__(__name__)
        self.config.update(SECRET_KEY=os.urandom(24), SESSION_COOKIE_SAMESITE="Strict", SESSION_COOKIE_HTTPONLY=True)
        self.passwords = passwords
        self.house = {"temperature": 18, "vents": "closed"}
        self.before_request(self.refuse_forgeries)
        self.add_url_rule("/api/login", view_func=self.login, methods=["POST"])
        self.add_url_rule("/api/state", view_func=self.state, methods=["GET"])
        self.add_url_rule("/api/<any(temperature, vents):what>", view_func=self.steer, methods=["POST"])

    def refuse_forgeries(self):
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        essence = request.headers.get("Content-Type", "").split(";")[0].strip().lower()
        if request.method == "POST" and (essence != "application/json" or site in ("cross-site", "same-site")):
            return make_response("refused", 403)

    def gardener(self):
        return session.get("who") in self.passwords

    def sent(self):
        body = request.get_json(silent=True)
        return body if isinstance(body, dict) else {}

    def login(self):
        name, password = map(self.sent().get, ("name", "password"))
        if not {type(name), type(password)} == {str}:
            return answer({}, 401)
        right = self.passwords.get(name, None)
        if right is None or not compare_digest(right.encode(errors="replace"), password.encode(errors="replace")):
            return answer({}, 401)
        session["who"] = name
        return answer({"name": name})

    def state(self):
        return answer(self.house) if self.gardener() else answer({}, 401)

    def steer(self, what):
        if not self.gardener():
            return answer({}, 401)
        key, good = self.checks[what]
        value = self.sent().get(key)
        if not good(value):
            return answer({}, 400)
        self.house[what] = value
        return answer(self.house)


def create_app(passwords):
    return Greenhouse(dict(passwords))
