import hmac
import secrets

from flask import Flask, jsonify, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_HTTPONLY=True)
    state = {"temperature": 18, "vents": "closed"}

    @app.before_request
    def only_json():
        # another site cannot send application/json without a preflight, which is never answered
        if request.method == "POST" and "application/json" not in request.headers.get("Content-Type", "").lower():
            return jsonify(error="JSON only"), 415
        if request.path != "/api/login" and "name" not in session:
            return jsonify(error="please log in"), 401
        return None

    def body():
        data = request.get_json(force=True, silent=True)
        return data if isinstance(data, dict) else {}

    @app.post("/api/login")
    def login():
        name, password = body().get("name"), body().get("password")
        if (isinstance(name, str) and isinstance(password, str) and name in passwords
                and hmac.compare_digest(password.encode(), passwords[name].encode())):
            session.clear()
            session["name"] = name
            return jsonify(name=name)
        return jsonify(error="wrong name or password"), 401

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
