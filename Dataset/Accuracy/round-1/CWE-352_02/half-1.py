import json
import secrets
from hmac import compare_digest

from flask import Flask, abort, jsonify, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    state = {"temperature": 18, "vents": "closed"}

    def body():
        if "application/json" not in request.headers.get("Content-Type", "").lower():
            abort(415)
        try:
            data = json.loads(request.get_data())
        except ValueError:
            abort(400)
        if not isinstance(data, dict):
            abort(400)
        return data

    def gardener():
        if session.get("name") not in passwords:
            abort(401)

    @app.post("/api/login")
    def login():
        data = body()
        name, password = data.get("name"), data.get("password")
        if not isinstance(name, str) or not isinstance(password, str) or name not in passwords:
            abort(401)
        if not compare_digest(passwords[name].encode(), password.encode()):
            abort(401)
        session["name"] = name
        return jsonify(name=name)

    @app.get("/api/state")
    def show():
        gardener()
        return jsonify(state)

    @app.post("/api/temperature")
    def temperature():
        gardener()
        value = body().get("value")
        if type(value) is not int or not 5 <= value <= 35:
            abort(400)
        state["temperature"] = value
        return jsonify(state)

    @app.post("/api/vents")
    def vents():
        gardener()
        position = body().get("position")
        if position not in ("open", "closed"):
            abort(400)
        state["vents"] = position
        return jsonify(state)

    return app
