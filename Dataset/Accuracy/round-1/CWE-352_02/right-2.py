import logging
import secrets
from functools import partial, wraps

from flask import Blueprint, Flask, current_app, g, jsonify, make_response, request, session

log = logging.getLogger("greenhouse")
api = Blueprint("api", __name__, url_prefix="/api")
refuse = partial(make_response, "")


def json_only(view):
    @wraps(view)
    def checked():
        foreign = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
        if foreign or request.mimetype != "application/json":
            log.warning("refused a request of type %r", request.mimetype)
            return refuse(403)
        g.data = request.get_json(silent=True)
        return view(g.data if isinstance(g.data, dict) else {})
    return checked


def gardeners_only(view):
    @wraps(view)
    def checked():
        return view() if session.get("name") in current_app.extensions["passwords"] else refuse(401)
    return checked


@api.post("/login")
@json_only
def login(data):
    match data:
        case {"name": str(name), "password": str(password)}:
            right = current_app.extensions["passwords"].get(name)
            if right is not None and secrets.compare_digest(right.encode(), password.encode("utf-8", "surrogatepass")):
                session["name"] = name
                return jsonify({"name": name})
    return refuse(401)


@api.get("/state")
@gardeners_only
def state():
    return jsonify(current_app.extensions["state"])


@api.post("/temperature")
@gardeners_only
@json_only
def temperature(data):
    match data.get("value"):
        case bool():
            return refuse(400)
        case int(value) if 5 <= value <= 35:
            current_app.extensions["state"] |= {"temperature": value}
            return jsonify(current_app.extensions["state"])
    return refuse(400)


@api.post("/vents")
@gardeners_only
@json_only
def vents(data):
    match data:
        case {"position": "open" | "closed" as position}:
            current_app.extensions["state"].update(vents=position)
            return jsonify(current_app.extensions["state"])
    return refuse(400)


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes()
    app.extensions.update(passwords=passwords, state={"temperature": 18, "vents": "closed"})
    app.register_blueprint(api)
    return app
