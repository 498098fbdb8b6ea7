import secrets

from flask import Flask, abort, jsonify, request, session


def json_body():
    """The JSON object of a request; forms of other sites cannot send this type."""
    if "application/json" not in request.headers.get("Content-Type", "").lower():
        abort(415)
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict):
        abort(400)
    return body


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    state = {"temperature": 18, "vents": "closed"}

    def need_gardener():
        if session.get("name") not in passwords:
            abort(401)

    @app.post("/api/login")
    def login():
        body = json_body()
        name, password = body.get("name"), body.get("password")
        if not isinstance(name, str) or not isinstance(password, str):
            abort(401)
        if name not in passwords or passwords[name] != password:
            abort(401)
        session.clear()
        session["name"] = name
        return jsonify(name=name)

    @app.get("/api/state")
    def show():
        need_gardener()
        return jsonify(state)

    @app.post("/api/temperature")
    def temperature():
        need_gardener()
        value = json_body().get("value")
        if type(value) is not int or not 5 <= value <= 35:
            abort(400)
        state["temperature"] = value
        return jsonify(state)

    @app.post("/api/vents")
    def vents():
        need_gardener()
        position = json_body().get("position")
        if position not in ("open", "closed"):
            abort(400)
        state["vents"] = position
        return jsonify(state)

    return app
