import hmac
import secrets
from flask import Flask, abort, jsonify, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_HTTPONLY=True)
    state = {"temperature": 18, "vents": "closed"}

    @app.before_request
    def json_only():
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            if "application/json" not in request.headers.get("Content-Type", "").lower():
                abort(415)

    def body():
        data = request.get_json(force=True, silent=True)
        return data if isinstance(data, dict) else {}

    def require_login():
        if session.get("name") not in passwords:
            abort(401)

    @app.post("/api/login")
    def login():
        name, password = body().get("name"), body().get("password")
        if not isinstance(name, str) or not isinstance(password, str) or name not in passwords \
                or not hmac.compare_digest(passwords[name].encode(), password.encode()):
            abort(401)
        session["name"] = name
        return jsonify(name=name)

    @app.get("/api/state")
    def get_state():
        require_login()
        return jsonify(state)

    @app.post("/api/temperature")
    def temperature():
        require_login()
        value = body().get("value")
        if type(value) is not int or not 5 <= value <= 35:
            abort(400)
        state["temperature"] = value
        return jsonify(state)

    @app.post("/api/vents")
    def vents():
        require_login()
        position = body().get("position")
        if position not in ("open", "closed"):
            abort(400)
        state["vents"] = position
        return jsonify(state)

    return app
