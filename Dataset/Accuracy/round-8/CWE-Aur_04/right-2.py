import hmac
import secrets
import threading
from operator import itemgetter

from flask import Flask, jsonify, request
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, Forbidden, NotFound, Unauthorized

TEXT = lambda value: isinstance(value, str)
ABOUT = {"name": TEXT, "phone": TEXT, "shirt": TEXT}
PLANNING = {
    "role": lambda value: value in ["helper", "lead"],
    "crew": lambda value: value is None or isinstance(value, str),
    "meals": lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 0,
}


class Festival:
    def __init__(self, volunteers):
        self.volunteers, self.lock = volunteers, threading.RLock()

    def caller(self, role=None):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        found = [v for v in self.volunteers
                 if hmac.compare_digest(v["token"].encode(), token.encode("utf-8", "replace"))]
        if scheme.lower() != "bearer" or not token or not found:
            raise Unauthorized(www_authenticate=None)
        if role is not None and found[0]["role"] != role:
            raise Forbidden()
        return found[0]

    @staticmethod
    def view(volunteer):
        return {key: value for key, value in volunteer.items() if key in {"id", *ABOUT, *PLANNING}}

    @staticmethod
    def body(rules, complete=False):
        body = request.get_json(force=True, silent=True)
        if type(body) is not dict or not body.keys() <= rules.keys():
            raise BadRequest("unknown keys")
        if complete and body.keys() != rules.keys():
            raise BadRequest("a key is missing")
        if any(not rules[key](value) for key, value in body.items()):
            raise BadRequest("a value does not fit")
        return body


class Resource(MethodView):
    init_every_request = False

    def __init__(self, festival):
        self.festival = festival

    def dispatch_request(self, **kwargs):
        with self.festival.lock:
            return super().dispatch_request(**kwargs)


class Me(Resource):
    def get(self):
        return self.festival.view(self.festival.caller())

    def patch(self):
        me = self.festival.caller()
        me |= self.festival.body(ABOUT)
        return self.festival.view(me)


class Everybody(Resource):
    def post(self):
        told = self.festival.body(ABOUT, complete=True)
        number = 1 + max(map(itemgetter("id"), self.festival.volunteers), default=0)
        newcomer = dict(told, id=number, token=secrets.token_hex(24), role="helper", crew=None, meals=0)
        self.festival.volunteers.append(newcomer)
        return {key: newcomer[key] for key in ("id", "token")}, 201

    def get(self):
        self.festival.caller("lead")
        return jsonify(sorted(map(self.festival.view, self.festival.volunteers), key=itemgetter("id")))


class Planning(Resource):
    def patch(self, number):
        self.festival.caller("lead")
        match [v for v in self.festival.volunteers if v["id"] == number]:
            case [volunteer, *_]:
                volunteer |= self.festival.body(PLANNING)
                return self.festival.view(volunteer)
        raise NotFound()


def create_app(volunteers):
    app = Flask(__name__)
    festival = Festival(volunteers)
    for rule, resource in {"/me": Me, "/volunteers": Everybody, "/volunteers/<int:number>": Planning}.items():
        app.add_url_rule(rule, view_func=resource.as_view(resource.__name__, festival))
    return app
