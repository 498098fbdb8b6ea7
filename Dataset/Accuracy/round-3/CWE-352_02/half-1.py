import hmac
import os

from flask import Flask, jsonify, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = os.urandom(32)
    state = {"temperature": 18, "vents": "closed"}

    @app.before_request
    def guard():
        if request.method == "POST" and "application/json" not in request.headers.get("Content-Type", "").lower():
            return jsonify(error="JSON only"), 415
        if request.path.startswith("/api/") and request.path != "/api/login" and session.get("name") not in passwords:
            return jsonify(error="not logged in"), 401

    def body():
        data = request.get_json(force=True, silent=True)
        return data if isinstance(data, dict) else {}

    @app.post("/api/login")
    def login():
        name, password = body().get("name"), body().get("password")
        right = passwords.get(name) if isinstance(name, str) else None
        if right is None or not isinstance(password, str) or not hmac.compare_digest(right.encode(), password.encode()):
            return jsonify(error="wrong"), 401
        session["name"] = name
        return jsonify(name=name)

    @app.get("/api/state")
    def show():
        return jsonify(state)

    @app.post("/api/temperature")
    def temperature():
        value = body().get("value")
        if type(value) is not int or not 5 <= value <= 35:
            return jsonify(error="5 to 35"), 400
        state["temperature"] = value
        return jsonify(state)

    @app.post("/api/vents")
    def vents():
        position = body().get("position")
        if position not in ("open", "closed"):
            return jsonify(error="open or closed"), 400
        state["vents"] = position
        return jsonify(state)

    return app
