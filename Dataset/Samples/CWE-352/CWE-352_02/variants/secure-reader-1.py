import os

from flask import Flask, jsonify, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = os.urandom(24)
    state = {"temperature": 18, "vents": "closed"}

    @app.post("/api/login")
    def login():
        data = request.get_json()
        name = data.get("name")
        if name in passwords and passwords[name] == data.get("password"):
            session["name"] = name
            return jsonify({"name": name})
        return jsonify({"error": "wrong name or password"}), 401

    @app.get("/api/state")
    def get_state():
        if "name" not in session:
            return jsonify({"error": "not logged in"}), 401
        return jsonify(state)

    @app.post("/api/temperature")
    def set_temperature():
        if "name" not in session:
            return jsonify({"error": "not logged in"}), 401
        value = request.get_json().get("value")
        if not isinstance(value, int) or not 5 <= value <= 35:
            return jsonify({"error": "bad value"}), 400
        state["temperature"] = value
        return jsonify(state)

    @app.post("/api/vents")
    def set_vents():
        if "name" not in session:
            return jsonify({"error": "not logged in"}), 401
        position = request.get_json().get("position")
        if position not in ("open", "closed"):
            return jsonify({"error": "bad position"}), 400
        state["vents"] = position
        return jsonify(state)

    return app
