"""The service behind the volunteers' app. A body with any key that does not belong to its page is
refused; one function looks at all requests."""

import uuid
from hmac import compare_digest
from threading import RLock

from flask import Flask, jsonify, make_response, request

_TOLD, _PLANNED = {"name", "phone", "shirt"}, {"role", "crew", "meals"}


class Refused(Exception):
    def __init__(self, status):
        self.status = status


def _fits(key, value):
    match key, value:
        case ("name" | "phone" | "shirt", str()):
            return True
        case ("role", "helper" | "lead"):
            return True
        case ("crew", None | str()):
            return True
        case ("meals", bool()):
            return False
        case ("meals", int()):
            return value >= 0
    return False


def _sent(allowed, needed=frozenset()):
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict) or not needed <= body.keys() <= allowed:
        raise Refused(400)
    if not all(_fits(*item) for item in body.items()):
        raise Refused(400)
    return body


def _card(volunteer):
    card = dict(volunteer)
    del card["token"]
    return card


def create_app(volunteers):
    app, lock = Flask(__name__), RLock()

    def whose():
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        owners = [each for each in volunteers
                  if compare_digest(each["token"].encode("utf-8", "replace"),
                                    token.strip().encode("utf-8", "replace"))]
        if kind != "Bearer" or not token.strip() or not owners:
            raise Refused(401)
        return owners[0]

    def lead():
        if whose()["role"] != "lead":
            raise Refused(403)

    def handle(number):
        action = request.method.replace("HEAD", "GET"), request.path == "/me"
        if number is not None:
            lead()
            wanted = [each for each in volunteers if each["id"] == number]
            if not wanted:
                raise Refused(404)
            wanted[0] |= _sent(_PLANNED)
            return _card(wanted[0]), 200
        if action == ("GET", True):
            return _card(whose()), 200
        if action == ("PATCH", True):
            me = whose()
            me |= _sent(_TOLD)
            return _card(me), 200
        if action == ("GET", False):
            lead()
            return sorted(map(_card, volunteers), key=lambda card: card["id"]), 200
        told = _sent(_TOLD, _TOLD)
        newcomer = {"id": max((each["id"] for each in volunteers), default=0) + 1,
                    "token": uuid.uuid4().hex, "role": "helper", "crew": None, "meals": 0} | told
        volunteers.append(newcomer)
        return {"id": newcomer["id"], "token": newcomer["token"]}, 201

    @app.route("/me", methods=["GET", "PATCH"])
    @app.route("/volunteers", methods=["GET", "POST"])
    @app.route("/volunteers/<int:number>", methods=["PATCH"])
    def all_requests(number=None):
        try:
            with lock:
                content, status = handle(number)
        except Refused as refusal:
            content, status = {"refused": True}, refusal.status
        return make_response(jsonify(content), status)

    return app
