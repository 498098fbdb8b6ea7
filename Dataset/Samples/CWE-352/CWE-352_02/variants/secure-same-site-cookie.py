import secrets
from functools import wraps

from flask import Flask, jsonify, request, session


class Greenhouse:
    def __init__(self):
        self.temperature = 18
        self.vents = "closed"

    def as_dict(self):
        return {"temperature": self.temperature, "vents": self.vents}


def logged_in(view):
    @wraps(view)
    def guarded():
        if "name" not in session:
            return jsonify(error="not logged in"), 401
        return view()
    return guarded


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex()
    app.config["SESSION_COOKIE_SAMESITE"] = "Strict"
    house = Greenhouse()

    @app.route("/api/login", methods=["POST"])
    def login():
        data = request.get_json(force=True)
        if data["name"] in passwords and passwords[data["name"]] == data["password"]:
            session["name"] = data["name"]
            return {"name": data["name"]}
        return {"error": "wrong name or password"}, 401

    @app.route("/api/state")
    @logged_in
    def state():
        return house.as_dict()

    @app.route("/api/temperature", methods=["POST"])
    @logged_in
    def temperature():
        value = request.get_json(force=True).get("value")
        if value not in range(5, 36):
            return {"error": "value out of range"}, 400
        house.temperature = value
        return house.as_dict()

    @app.route("/api/vents", methods=["POST"])
    @logged_in
    def vents():
        position = request.get_json(force=True).get("position")
        if position not in {"open", "closed"}:
            return {"error": "unknown position"}, 400
        house.vents = position
        return house.as_dict()

    return app
