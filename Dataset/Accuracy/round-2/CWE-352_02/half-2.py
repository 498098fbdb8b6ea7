import hmac
import secrets
from functools import wraps

from flask import Flask, abort, jsonify, request, session


def from_our_pages():
    """Browsers name the origin of every POST; without it the type has to be one that forms cannot have."""
    origin = request.headers.get("Origin")
    if origin is None:
        return request.mimetype == "application/json"
    return origin.startswith(request.host_url.rstrip("/"))


def gardener_only(view):
    @wraps(view)
    def wrapper():
        if "name" not in session:
            abort(401)
        return view()
    return wrapper


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    greenhouse = {"temperature": 18, "vents": "closed"}

    @app.before_request
    def refuse_other_sites():
        if request.method not in ("GET", "HEAD", "OPTIONS") and not from_our_pages():
            abort(403)

    def field(name):
        data = request.get_json(force=True, silent=True)
        return data.get(name) if isinstance(data, dict) else None

    @app.post("/api/login")
    def login():
        name, password = field("name"), field("password")
        if not isinstance(name, str) or not isinstance(password, str) or name not in passwords:
            abort(401)
        if not hmac.compare_digest(passwords[name].encode(), password.encode()):
            abort(401)
        session["name"] = name
        return jsonify(name=name)

    @app.get("/api/state")
    @gardener_only
    def state():
        return jsonify(greenhouse)

    @app.post("/api/temperature")
    @gardener_only
    def temperature():
        value = field("value")
        if isinstance(value, bool) or not isinstance(value, int) or not 5 <= value <= 35:
            abort(400)
        greenhouse["temperature"] = value
        return jsonify(greenhouse)

    @app.post("/api/vents")
    @gardener_only
    def vents():
        position = field("position")
        if position not in ("open", "closed"):
            abort(400)
        greenhouse["vents"] = position
        return jsonify(greenhouse)

    return app
