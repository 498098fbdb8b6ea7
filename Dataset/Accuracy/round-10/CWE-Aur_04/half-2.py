"""The service behind the app of the folk festival's volunteers."""

import hashlib
import secrets
import threading

from flask import Flask, abort, g, request

ABOUT_ME = ("name", "phone", "shirt")
PLANNING = ("role", "crew", "meals")

# Who may do what is decided in one place, before any view runs.
WITHOUT_TOKEN = {("POST", "/volunteers")}
LEADS_ONLY = {("GET", "/volunteers"), ("PATCH", "/volunteers/<int:number>")}


def valid(key, value):
    if key == "role":
        return value in ("helper", "lead")
    if key == "meals":
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return isinstance(value, str) or (key == "crew" and value is None)


def public(volunteer):
    return {key: value for key, value in volunteer.items() if key != "token"}


def digest(token):
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def create_app(volunteers):
    app = Flask(__name__)
    lock = threading.Lock()

    @app.before_request
    def authorize():
        rule = request.url_rule.rule if request.url_rule else None
        if (request.method, rule) in WITHOUT_TOKEN:
            return
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        g.me = None
        if scheme == "Bearer":
            wanted = digest(token)
            g.me = next((each for each in volunteers if digest(each["token"]) == wanted), None)
        if g.me is None:
            abort(401)
        if (request.method, rule) in LEADS_ONLY and g.me["role"] != "lead":
            abort(403)

    def changes(allowed):
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            abort(400)
        for key, value in body.items():
            if key not in allowed or not valid(key, value):
                abort(400)
        return body

    @app.route("/volunteers", methods=["POST"])
    def join():
        body = changes(ABOUT_ME)
        if set(body) != set(ABOUT_ME):
            abort(400)
        token = secrets.token_hex(20)
        with lock:
            number = 1 + max([each["id"] for each in volunteers], default=0)
            volunteers.append(
                {"id": number, "token": token, **body, "role": "helper", "crew": None, "meals": 0}
            )
        return {"id": number, "token": token}, 201

    @app.route("/volunteers", methods=["GET"])
    def team():
        return [public(each) for each in sorted(volunteers, key=lambda each: each["id"])]

    @app.route("/volunteers/<int:number>", methods=["PATCH"])
    def plan(number):
        volunteer = next((each for each in volunteers if each["id"] == number), None)
        if volunteer is None:
            abort(404)
        volunteer.update(changes(PLANNING))
        return public(volunteer)

    @app.route("/me", methods=["GET"])
    def me():
        return public(g.me)

    @app.route("/me", methods=["PATCH"])
    def change_me():
        g.me.update(changes(ABOUT_ME))
        return public(g.me)

    return app
