"""Flask service, with class-based views and one policy table."""
import hmac
import logging
import secrets
import threading
from dataclasses import dataclass, field
from flask import Flask, jsonify, request
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, Forbidden, NotFound, Unauthorized

log = logging.getLogger(__name__)


def text(x):
    return isinstance(x, str)


CHECKS = {
    "name": text, "phone": text, "shirt": text,
    "role": lambda x: text(x) and x in {"helper", "lead"},
    "crew": lambda x: x is None or text(x),
    "meals": lambda x: type(x) is int and x >= 0,
}
PERSON = frozenset({"name", "phone", "shirt"})
PLANNER = frozenset({"role", "crew", "meals"})


@dataclass
class Desk:
    rows: list
    lock: threading.RLock = field(default_factory=threading.RLock)

    def whose(self, header):
        kind, _, token = (header or "").partition(" ")
        hit = None
        if kind == "Bearer" and token:
            for row in self.rows:
                if hmac.compare_digest(row["token"].encode(), token.encode()):
                    hit = row
        if hit is None:
            raise Unauthorized()
        return hit

    def lead(self, header):
        if self.whose(header)["role"] == "lead":
            return
        log.warning("a helper asked for planning")
        raise Forbidden()

    def row(self, number):
        for row in self.rows:
            if row["id"] == number:
                return row
        raise NotFound()


def card(row):
    return {key: row[key] for key in ("id", *CHECKS)}


def taken(keys):
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        raise BadRequest("an object, please")
    chosen = {k: sent[k] for k in keys & sent.keys()}
    wrong = [k for k, v in chosen.items() if not CHECKS[k](v)]
    if wrong:
        raise BadRequest("wrong: " + ", ".join(sorted(wrong)))
    return chosen


class View(MethodView):
    init_every_request = False

    def __init__(self, desk):
        self.desk = desk

    def dispatch_request(self, **kwargs):
        with self.desk.lock:
            return super().dispatch_request(**kwargs)

    @property
    def header(self):
        return request.headers.get("Authorization")


class Me(View):
    def get(self):
        return jsonify(card(self.desk.whose(self.header)))

    def patch(self):
        row = self.desk.whose(self.header)
        row |= taken(PERSON)
        return jsonify(card(row))


class Everybody(View):
    def get(self):
        self.desk.lead(self.header)
        return jsonify(sorted(map(card, self.desk.rows), key=lambda c: c["id"]))

    def post(self):
        told = taken(PERSON)
        if told.keys() != PERSON:
            raise BadRequest("name, phone and shirt are needed")
        number = 1 + max((row["id"] for row in self.desk.rows), default=0)
        row = dict(told, id=number, token=secrets.token_urlsafe(32), role="helper", crew=None, meals=0)
        self.desk.rows.append(row)
        return jsonify({"id": number, "token": row["token"]}), 201


class Somebody(View):
    def patch(self, number):
        self.desk.lead(self.header)
        row = self.desk.row(number)
        row |= taken(PLANNER)
        return jsonify(card(row))


def create_app(volunteers):
    app, desk = Flask(__name__), Desk(volunteers)
    for rule, view in (("/me", Me), ("/volunteers", Everybody), ("/volunteers/<int:number>", Somebody)):
        app.add_url_rule(rule, view_func=view.as_view(view.__name__, desk))
    return app
