import secrets

from flask import Flask, jsonify, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(16)
    state = {"temperature": 18, "vents": "closed"}

    @app.after_request
    def allow_pages(response):
        origin = request.headers.get("Origin")
        if origin:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Allow-Credentials"] = "true"
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
        return response

    def allowed():
        return "gardener" in session

    @app.post("/api/login")
    def login():
        data = request.get_json()
        if data.get("name") in passwords and passwords[data["name"]] == data.get("password"):
            session["gardener"] = data["name"]
            return jsonify({"name": data["name"]})
        return jsonify({"error": "wrong password"}), 401

    @app.get("/api/state")
    def get_state():
        return jsonify(state) if allowed() else (jsonify({"error": "login required"}), 401)

    @app.post("/api/temperature")
    def temperature():
        if not allowed():
            return jsonify({"error": "login required"}), 401
        value = request.get_json().get("value")
        if not isinstance(value, int) or not 5 <= value <= 35:
            return jsonify({"error": "bad value"}), 400
        state["temperature"] = value
        return jsonify(state)

    @app.post("/api/vents")
    def vents():
        if not allowed():
            return jsonify({"error": "login required"}), 401
        position = request.get_json().get("position")
        if position not in ["open", "closed"]:
            return jsonify({"error": "bad position"}), 400
        state["vents"] = position
        return jsonify(state)

    return app
