import hmac
import secrets
from urllib.parse import urlsplit
from flask import Flask, jsonify, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    greenhouse = {"temperature": 18, "vents": "closed"}

    @app.before_request
    def same_origin():
        if request.method != "POST":
            return None
        origin = request.headers.get("Origin")
        if origin is None:
            ours = request.mimetype == "application/json"
        else:
            ours = urlsplit(origin).netloc.endswith(request.host)
        return None if ours else (jsonify(error="cross-site request"), 403)

    def field(name):
        data = request.get_json(force=True, silent=True)
        return data.get(name) if isinstance(data, dict) else None

    @app.route("/api/login", methods=["POST"])
    def login():
        name, password = field("name"), field("password")
        if isinstance(name, str) and isinstance(password, str) and name in passwords:
            if hmac.compare_digest(password.encode(), passwords[name].encode()):
                session["gardener"] = name
                return jsonify(name=name)
        return jsonify(error="wrong name or password"), 401

    @app.route("/api/state")
    def state():
        if "gardener" not in session:
            return jsonify(error="login first"), 401
        return jsonify(greenhouse)

    def change(key, value, allowed):
        if "gardener" not in session:
            return jsonify(error="login first"), 401
        if not allowed(value):
            return jsonify(error="bad value"), 400
        greenhouse[key] = value
        return jsonify(greenhouse)

    @app.route("/api/temperature", methods=["POST"])
    def temperature():
        return change("temperature", field("value"), lambda v: type(v) is int and 5 <= v <= 35)

    @app.route("/api/vents", methods=["POST"])
    def vents():
        return change("vents", field("position"), lambda v: v in ("open", "closed"))

    return app
