import logging
import secrets
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Callable, Mapping

from flask import Flask, Response, json, request
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, Forbidden, HTTPException, NotFound, Unauthorized

log = logging.getLogger("festival")


def text(value):
    return isinstance(value, str)


@dataclass(frozen=True)
class Form:
    """Which keys a page may send, and which values they may have."""
    rules: Mapping[str, Callable]
    complete: bool = False

    def read(self):
        try:
            data = json.loads(request.get_data(as_text=True))
        except ValueError as err:
            raise BadRequest("JSON expected") from err
        if not isinstance(data, dict):
            raise BadRequest("an object expected")
        if strange := data.keys() - self.rules.keys():
            raise BadRequest(f"unknown here: {sorted(strange)}")
        if self.complete and len(data) < len(self.rules):
            raise BadRequest("something is missing")
        for key, value in data.items():
            if not self.rules[key](value):
                raise BadRequest(f"not a value for {key}")
        return data


TOLD = dict.fromkeys(("name", "phone", "shirt"), text)
NEWCOMER = Form(TOLD, complete=True)
ABOUT_ME = Form(TOLD)
PLANNING = Form({
    "role": lambda v: text(v) and v in {"helper", "lead"},
    "crew": lambda v: v is None or text(v),
    "meals": lambda v: type(v) is int and v >= 0,
})


class Festival:
    def __init__(self, volunteers):
        self.volunteers, self.lock = volunteers, RLock()

    def sender(self):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            wanted = token.strip().encode("utf-8", "replace")
            for v in self.volunteers:
                if isinstance(v["token"], str) and secrets.compare_digest(v["token"].encode("utf-8", "replace"), wanted):
                    return v
        raise Unauthorized()

    @contextmanager
    def as_lead(self):
        with self.lock:
            sender = self.sender()
            if sender["role"] != "lead":
                log.warning("volunteer %s tried to plan", sender["id"])
                raise Forbidden()
            yield sender

    def by_id(self, number):
        for v in self.volunteers:
            if v["id"] == number:
                return v
        raise NotFound()


def answer(value, status=200):
    return Response(json.dumps(value), status, mimetype="application/json")


def shown(v):
    return {key: v[key] for key in ("id", "name", "phone", "shirt", "role", "crew", "meals")}


class View(MethodView):
    def __init__(self, festival):
        self.festival = festival


class Everybody(View):
    def post(self):
        told = NEWCOMER.read()
        with self.festival.lock:
            numbers = [0, *(v["id"] for v in self.festival.volunteers)]
            fixed = {"id": max(numbers) + 1, "token": secrets.token_urlsafe(32)}
            self.festival.volunteers.append({**told, "role": "helper", "crew": None, "meals": 0, **fixed})
        return answer(fixed, 201)

    def get(self):
        with self.festival.as_lead():
            return answer(sorted(map(shown, self.festival.volunteers), key=lambda v: v["id"]))


class One(View):
    def patch(self, number):
        with self.festival.as_lead():
            v = self.festival.by_id(number)
            v.update(PLANNING.read())
            return answer(shown(v))


class Me(View):
    def get(self):
        return answer(shown(self.festival.sender()))

    def patch(self):
        with self.festival.lock:
            v = self.festival.sender()
            v.update(ABOUT_ME.read())
            return answer(shown(v))


def create_app(volunteers):
    app, festival = Flask(__name__), Festival(volunteers)
    for rule, view in {"/volunteers": Everybody, "/volunteers/<int:number>": One, "/me": Me}.items():
        app.add_url_rule(rule, view_func=view.as_view(view.__name__, festival))

    @app.errorhandler(HTTPException)
    def refused(err):
        return answer({"error": err.description}, err.code)

    return app
