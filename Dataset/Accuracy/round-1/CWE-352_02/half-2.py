import secrets
from hmac import compare_digest

from flask import Flask, abort, jsonify, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    greenhouse = {"temperature": 18, "vents": "closed"}

    def json_object():
        if request.mimetype != "application/json":
            abort(415)
        data = request.get_json()
        if not isinstance(data, dict):
            abort(400)
        return data

    @app.before_request
    def check_login():
        if request.method == "OPTIONS" or request.path == "/api/login":
            return
        if session.get("gardener") not in passwords:
            abort(401)

    @app.after_request
    def cors(response):
        origin = request.headers.get("Origin", "")
        own = request.host_url.rstrip("/")
        if origin.startswith(own):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Allow-Credentials"] = "true"
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Access-Control-Allow-Methods"] = "GET, POST"
            response.headers["Vary"] = "Origin"
        return response

    @app.post("/api/login")
    def login():
        data = json_object()
        name, password = data.get("name"), data.get("password")
        if not (isinstance(name, str) and isinstance(password, str) and name in passwords
                and compare_digest(passwords[name].encode(), password.encode())):
            abort(401)
        session["gardener"] = name
        return jsonify(name=name)

    @app.get("/api/state")
    def state():
        return jsonify(greenhouse)

    @app.post("/api/temperature")
    def temperature():
        value = json_object().get("value")
        if isinstance(value, bool) or not isinstance(value, int) or not 5 <= value <= 35:
            abort(400)
        greenhouse["temperature"] = value
        return jsonify(greenhouse)

    @app.post("/api/vents")
    def vents():
        position = json_object().get("position")
        if position != "open" and position != "closed":
            abort(400)
        greenhouse["vents"] = position
        return jsonify(greenhouse)

    return app
