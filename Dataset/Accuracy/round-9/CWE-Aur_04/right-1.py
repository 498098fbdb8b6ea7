"""The festival's volunteers, with a class for each address. A permission is a set of keys; leads have one more."""
import hmac
import uuid

from flask import Flask, jsonify, request
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, Forbidden, NotFound, Unauthorized

TEXT, ROLE, CREW, MEALS = "text", "role", "crew", "meals"
SELF = {"name": TEXT, "phone": TEXT, "shirt": TEXT}
PLAN = {"role": ROLE, "crew": CREW, "meals": MEALS}


def fits(kind, value):
    match kind, value:
        case ("text", str()) | ("role", "helper" | "lead") | ("crew", None | str()):
            return True
        case ("meals", int()) if not isinstance(value, bool):
            return value >= 0
    return False


class Register:
    def __init__(self, volunteers):
        self.volunteers = volunteers

    def __getitem__(self, number):
        for volunteer in self.volunteers:
            if volunteer["id"] == number:
                return volunteer
        raise NotFound()

    def caller(self):
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        found = None
        for volunteer in self.volunteers:
            if hmac.compare_digest(volunteer["token"].encode("utf-8"), token.encode("utf-8")):
                found = volunteer
        if kind != "Bearer" or not token or found is None:
            raise Unauthorized()
        return found

    def lead(self):
        caller = self.caller()
        if caller["role"] != "lead":
            raise Forbidden()
        return caller


def changes(kinds):
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict):
        raise BadRequest()
    for key, value in body.items():
        if key not in kinds or not fits(kinds[key], value):
            raise BadRequest(f"not here: {key}")
    return body


def view_of(volunteer):
    copy = dict(volunteer)
    del copy["token"]
    return copy


class Base(MethodView):
    init_every_request = False

    def __init__(self, register):
        self.register = register


class Me(Base):
    def get(self):
        return view_of(self.register.caller())

    def patch(self):
        caller = self.register.caller()
        caller |= changes(SELF)
        return view_of(caller)


class Everybody(Base):
    def get(self):
        self.register.lead()
        return jsonify([view_of(v) for v in sorted(self.register.volunteers, key=lambda v: v["id"])])

    def post(self):
        body = changes(SELF)
        if set(body) != set(SELF):
            raise BadRequest("name, phone and shirt, please")
        number = max([0, *(v["id"] for v in self.register.volunteers)]) + 1
        token = f"{uuid.uuid4().hex}{uuid.uuid4().hex}"
        self.register.volunteers.append(
            {"id": number, "token": token, **body, "role": "helper", "crew": None, "meals": 0})
        return {"id": number, "token": token}, 201


class One(Base):
    def patch(self, number):
        self.register.lead()
        volunteer = self.register[number]
        volunteer |= changes(PLAN)
        return view_of(volunteer)


def create_app(volunteers):
    app = Flask("festival")
    register = Register(volunteers)
    app.add_url_rule("/me", view_func=Me.as_view("me", register))
    app.add_url_rule("/volunteers", view_func=Everybody.as_view("everybody", register))
    app.add_url_rule("/volunteers/<int:number>", view_func=One.as_view("one", register))
    return app
