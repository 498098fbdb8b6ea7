import json
import secrets

from flask import Flask, abort, jsonify, request, session


def body():
    """The fields of the request, as JSON or as a form."""
    try:
        return json.loads(request.get_data(as_text=True))
    except ValueError:
        return request.form.to_dict()


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    state = {"temperature": 18, "vents": "closed"}

    @app.post("/api/login")
    def login():
        data = body()
        name = data.get("name")
        if name not in passwords or passwords[name] != data.get("password"):
            abort(401)
        session["name"] = name
        return jsonify(name=name)

    @app.before_request
    def check_login():
        if request.path != "/api/login" and "name" not in session:
            abort(401)

    @app.get("/api/state")
    def show_state():
        return jsonify(state)

    @app.post("/api/temperature")
    def set_temperature():
        try:
            value = int(body().get("value"))
        except (TypeError, ValueError):
            abort(400)
        if not 5 <= value <= 35:
            abort(400)
        state["temperature"] = value
        return jsonify(state)

    @app.post("/api/vents")
    def set_vents():
        position = body().get("position")
        if position not in ("open", "closed"):
            abort(400)
        state["vents"] = position
        return jsonify(state)

    return app
