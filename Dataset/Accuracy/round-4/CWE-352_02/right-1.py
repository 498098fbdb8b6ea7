import secrets
from functools import wraps
from flask import Blueprint, Flask, request, session
from werkzeug.exceptions import BadRequest, Unauthorized, UnsupportedMediaType


def gardeners_only(view):
    @wraps(view)
    def inner(*args, **kwargs):
        if "name" not in session:
            raise Unauthorized()
        return view(*args, **kwargs)
    return inner


def takes_json(view):
    @wraps(view)
    def inner():
        essence, _, _ = (request.content_type or "").partition(";")
        if essence.strip().lower() != "application/json":
            raise UnsupportedMediaType()
        match request.get_json(silent=True):
            case dict() as fields:
                return view(fields)
            case _:
                raise BadRequest()
    return inner


def create_app(passwords):
    api = Blueprint("api", __name__, url_prefix="/api")
    state = dict(temperature=18, vents="closed")

    @api.post("/login")
    @takes_json
    def login(fields):
        match fields:
            case {"name": str(name), "password": str(password)} if passwords.get(name) == password:
                session.clear()
                session["name"] = name
                return {"name": name}
        raise Unauthorized()

    @api.get("/state")
    @gardeners_only
    def show():
        return state

    @api.post("/temperature")
    @gardeners_only
    @takes_json
    def temperature(fields):
        match fields:
            case {"value": bool()}:
                raise BadRequest()
            case {"value": int(value)} if value in range(5, 36):
                return state | (state.update(temperature=value) or {"temperature": value})
        raise BadRequest()

    @api.post("/vents")
    @gardeners_only
    @takes_json
    def vents(fields):
        match fields:
            case {"position": "open" | "closed" as position}:
                state["vents"] = position
                return state
        raise BadRequest()

    app = Flask(__name__)
    app.config.from_mapping(SECRET_KEY=secrets.token_hex(), SESSION_COOKIE_SAMESITE="Lax")
    app.register_blueprint(api)
    return app
