import functools
import secrets
import threading

from flask import Blueprint, Flask, abort, current_app, jsonify, request

service = Blueprint("volunteers", __name__)

# token -> volunteer. It holds the very dictionaries of the list, so a role that changes there has changed here, too.
_by_token = {}
_joining = threading.Lock()


def _text(value):
    return isinstance(value, str)


ABOUT = {"name": _text, "phone": _text, "shirt": _text}
PLANNING = {
    "role": lambda value: value in ("helper", "lead"),
    "crew": lambda value: value is None or isinstance(value, str),
    "meals": lambda value: type(value) is int and value >= 0,
}


def _picked(checks):
    """Of the body, what this page may change; anything else in it is left alone."""
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        abort(400)
    picked = {key: body[key] for key in checks if key in body}
    if not all(checks[key](value) for key, value in picked.items()):
        abort(400)
    return picked


def _public(volunteer):
    return {key: volunteer[key] for key in ("id", "name", "phone", "shirt", "role", "crew", "meals")}


def _caller():
    authorization = request.authorization
    if authorization is None or authorization.type != "bearer" or not authorization.token:
        abort(401)
    return _by_token.get(authorization.token) or abort(401)


def for_volunteers(view):
    @functools.wraps(view)
    def checked(**values):
        return view(_caller(), **values)
    return checked


def for_leads(view):
    @functools.wraps(view)
    def checked(**values):
        if _caller()["role"] != "lead":
            abort(403)
        return view(**values)
    return checked


@service.post("/volunteers")
def join():
    about = _picked(ABOUT)
    if len(about) < len(ABOUT):
        abort(400)
    volunteers = current_app.config["VOLUNTEERS"]
    token = secrets.token_hex(20)
    with _joining:
        number = 1 + max((volunteer["id"] for volunteer in volunteers), default=0)
        newcomer = {"id": number, "token": token, **about, "role": "helper", "crew": None, "meals": 0}
        volunteers.append(newcomer)
        _by_token[token] = newcomer
    return jsonify(id=number, token=token), 201


@service.get("/me")
@for_volunteers
def me(caller):
    return _public(caller)


@service.patch("/me")
@for_volunteers
def about_me(caller):
    caller.update(_picked(ABOUT))
    return _public(caller)


@service.get("/volunteers")
@for_leads
def everybody():
    return jsonify(sorted(map(_public, current_app.config["VOLUNTEERS"]), key=lambda volunteer: volunteer["id"]))


@service.patch("/volunteers/<int:number>")
@for_leads
def planning(number):
    for volunteer in current_app.config["VOLUNTEERS"]:
        if volunteer["id"] == number:
            volunteer.update(_picked(PLANNING))
            return _public(volunteer)
    abort(404)


def create_app(volunteers):
    app = Flask(__name__)
    app.config["VOLUNTEERS"] = volunteers
    _by_token.update((volunteer["token"], volunteer) for volunteer in volunteers)
    app.register_blueprint(service)
    return app
