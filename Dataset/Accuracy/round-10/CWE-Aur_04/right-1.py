"""The service behind the volunteers' app. Each request gets an actor, a newcomer, a helper or a
lead, and an actor has only the methods that she may use."""

import functools
import secrets
import threading

import flask
from werkzeug.exceptions import BadRequest, Forbidden, NotFound, Unauthorized

_TEXTS = dict.fromkeys(("name", "phone", "shirt"), lambda value: type(value) is str)
_PLANS = {
    "role": lambda value: value == "helper" or value == "lead",
    "crew": lambda value: value is None or type(value) is str,
    "meals": lambda value: type(value) is int and value >= 0,
}


def _picked(body, checks):
    """The keys of `checks` that are in the body; all others are left where they are."""
    if type(body) is not dict:
        raise BadRequest()
    picked = {key: body[key] for key in checks if key in body}
    for key, value in picked.items():
        if not checks[key](value):
            raise BadRequest(f"not a value for {key}")
    return picked


class Newcomer:
    def __init__(self, crowd):
        self.crowd = crowd

    def join(self, body):
        told = _picked(body, _TEXTS)
        if told.keys() != _TEXTS.keys():
            raise BadRequest("name, phone and shirt are needed")
        fresh = dict(told, role="helper", crew=None, meals=0, token=secrets.token_urlsafe(32))
        fresh["id"] = max([0, *(each["id"] for each in self.crowd)]) + 1
        self.crowd.append(fresh)
        return {"id": fresh["id"], "token": fresh["token"]}, 201

    def __getattr__(self, name):
        raise Unauthorized()


class Helper:
    def __init__(self, crowd, record):
        self.crowd, self.record = crowd, record

    @staticmethod
    def view(record):
        return {key: record[key] for key in ("id", *_TEXTS, *_PLANS)}

    def join(self, body):
        return Newcomer(self.crowd).join(body)

    def about(self, _=None):
        return self.view(self.record)

    def tell(self, body):
        self.record.update(_picked(body, _TEXTS))
        return self.about()

    def __getattr__(self, name):
        raise Forbidden()


class Lead(Helper):
    def everybody(self, _=None):
        return flask.jsonify(list(map(self.view, sorted(self.crowd, key=lambda each: each["id"]))))

    def plan(self, body, number):
        for record in self.crowd:
            if record["id"] == number:
                record.update(_picked(body, _PLANS))
                return self.view(record)
        raise NotFound()


def create_app(volunteers):
    app = flask.Flask("festival")
    one_at_a_time = threading.Lock()

    def actor():
        words = flask.request.headers.get("Authorization", "").split()
        if len(words) == 2 and words[0].lower() == "bearer":
            for record in volunteers:
                if secrets.compare_digest(ascii(record["token"]), ascii(words[1])):
                    return (Lead if record["role"] == "lead" else Helper)(volunteers, record)
        return Newcomer(volunteers)

    def perform(deed, **place):
        with one_at_a_time:
            return getattr(actor(), deed)(flask.request.get_json(silent=True), **place)

    for method, rule, deed in (("POST", "/volunteers", "join"), ("GET", "/me", "about"),
                               ("PATCH", "/me", "tell"), ("GET", "/volunteers", "everybody"),
                               ("PATCH", "/volunteers/<int:number>", "plan")):
        app.add_url_rule(rule, deed, functools.partial(perform, deed), methods=[method])
    return app
