import os

from flask import Flask, request, session
from werkzeug.exceptions import BadRequest, Forbidden, Unauthorized


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = os.urandom(16)
    state = dict(temperature=18, vents="closed")

    def body():
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            raise Forbidden()
        if request.mimetype != "application/json":
            raise BadRequest("JSON is needed")
        data = request.get_json()
        if not isinstance(data, dict):
            raise BadRequest()
        return data

    def gardener():
        if session.get("who") not in passwords:
            raise Unauthorized()

    @app.post("/api/login")
    def login():
        data = body()
        if passwords.get(data.get("name")) is None or passwords[data["name"]] != data.get("password"):
            raise Unauthorized()
        session["who"] = data["name"]
        return {"name": data["name"]}, 200

    @app.get("/api/state")
    def show():
        gardener()
        return state

    @app.post("/api/<what>")
    def change(what):
        gardener()
        data = body()
        if what == "temperature":
            value = data.get("value")
            if not isinstance(value, int) or isinstance(value, bool) or not 5 <= value <= 35:
                raise BadRequest()
            state["temperature"] = value
        elif what == "vents":
            if data.get("position") not in ("open", "closed"):
                raise BadRequest()
            state["vents"] = data["position"]
        else:
            return {"error": "not found"}, 404
        return state

    return app
