import dataclasses
import functools
import hmac
import secrets

from flask import Blueprint, Flask, current_app, request, session
from werkzeug.exceptions import BadRequest, Unauthorized, UnsupportedMediaType

api = Blueprint("api", __name__, url_prefix="/api")


@dataclasses.dataclass
class Greenhouse:
    temperature: int = 18
    vents: str = "closed"


def house():
    return current_app.extensions["greenhouse"]


def json_only(view):
    """Only a request that no other site can send unasked: its type is exactly JSON."""
    @functools.wraps(view)
    def wrapper():
        if request.mimetype != "application/json":
            raise UnsupportedMediaType("application/json is needed")
        body = request.get_json()
        if not isinstance(body, dict):
            raise BadRequest("an object is needed")
        return view(body)
    return wrapper


def for_gardeners(view):
    @functools.wraps(view)
    def wrapper(*args):
        if session.get("gardener") not in current_app.extensions["passwords"]:
            raise Unauthorized()
        return view(*args)
    return wrapper


@api.post("/login")
@json_only
def login(body):
    name, password = body.get("name"), body.get("password")
    known = current_app.extensions["passwords"]
    if not (isinstance(name, str) and isinstance(password, str) and name in known and hmac.compare_digest(
            known[name].encode("utf-8", "replace"), password.encode("utf-8", "replace"))):
        raise Unauthorized()
    session.clear()
    session["gardener"] = name
    return {"name": name}


@api.get("/state")
@for_gardeners
def state():
    return dataclasses.asdict(house())


@api.post("/temperature")
@for_gardeners
@json_only
def temperature(body):
    match body:
        case {"value": int(value)} if not isinstance(value, bool) and value in range(5, 36):
            house().temperature = value
            return dataclasses.asdict(house())
    raise BadRequest()


@api.post("/vents")
@for_gardeners
@json_only
def vents(body):
    match body:
        case {"position": "open" | "closed" as position}:
            house().vents = position
            return dataclasses.asdict(house())
    raise BadRequest()


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    app.extensions["greenhouse"] = Greenhouse()
    app.extensions["passwords"] = dict(passwords)
    app.register_blueprint(api)
    return app
