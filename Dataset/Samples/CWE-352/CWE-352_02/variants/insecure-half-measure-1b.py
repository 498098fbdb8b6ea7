import secrets
from urllib.parse import urlsplit

from flask import Flask, abort, jsonify, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.config.update(SECRET_KEY=secrets.token_hex(32), SESSION_COOKIE_HTTPONLY=True)
    state = {"temperature": 18, "vents": "closed"}

    def own_origin(origin):
        """The nursery is reached with and without www., by http and https."""
        host = urlsplit(request.host_url).hostname
        return (urlsplit(origin).hostname or "").endswith(host)

    @app.before_request
    def check():
        if request.method == "OPTIONS":
            return
        if request.method == "POST" and request.mimetype != "application/json":
            abort(415)
        if request.path != "/api/login" and session.get("name") not in passwords:
            abort(401)

    @app.after_request
    def cross_origin(response):
        origin = request.headers.get("Origin")
        if origin and own_origin(origin):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Allow-Credentials"] = "true"
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Vary"] = "Origin"
        return response

    def field(name):
        body = request.get_json(silent=True)
        return body.get(name) if isinstance(body, dict) else None

    @app.post("/api/login")
    def login():
        name, password = field("name"), field("password")
        if not isinstance(name, str) or passwords.get(name, secrets) != password:
            abort(401)
        session["name"] = name
        return jsonify(name=name)

    @app.get("/api/state")
    def show():
        return jsonify(state)

    @app.post("/api/temperature")
    def temperature():
        value = field("value")
        if isinstance(value, bool) or not isinstance(value, int) or not 5 <= value <= 35:
            abort(400)
        state["temperature"] = value
        return jsonify(state)

    @app.post("/api/vents")
    def vents():
        position = field("position")
        if position not in ("open", "closed"):
            abort(400)
        state["vents"] = position
        return jsonify(state)

    return app
