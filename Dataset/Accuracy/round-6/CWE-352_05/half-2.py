import hmac
import json
import secrets

from flask import Flask, abort, jsonify, request, session


def create_app(passwords, partners):
    app = Flask(__name__, static_folder=None)
    app.secret_key = secrets.token_hex(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "None"
    app.config["SESSION_COOKIE_SECURE"] = True
    allowed = frozenset(partners)
    points = dict.fromkeys("1234", "straight")

    def read_json():
        # Only application/json makes a browser ask with OPTIONS first.
        content_type = request.headers.get("Content-Type", "").lower()
        if "application/json" not in content_type:
            abort(415)
        try:
            data = json.loads(request.get_data())
        except ValueError:
            abort(400)
        if not isinstance(data, dict):
            abort(400)
        return data

    def member():
        if "name" not in session:
            abort(401)

    @app.after_request
    def answer_partners(response):
        response.headers.add("Vary", "Origin")
        response.headers["X-Content-Type-Options"] = "nosniff"
        origin = request.headers.get("Origin")
        if origin in allowed:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Allow-Credentials"] = "true"
            response.headers["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
        return response

    @app.post("/api/login")
    def login():
        data = read_json()
        name, password = data.get("name"), data.get("password")
        known = passwords.get(name) if isinstance(name, str) else None
        if known is None or not isinstance(password, str):
            abort(401)
        if not hmac.compare_digest(known.encode(), password.encode()):
            abort(401)
        session["name"] = name
        return jsonify({"name": name})

    @app.get("/api/points")
    def show():
        member()
        return jsonify(points)

    @app.post("/api/points/<number>")
    def switch(number):
        member()
        position = read_json().get("position")
        if number not in points:
            abort(404)
        if position not in ["straight", "turned"]:
            abort(400)
        points[number] = position
        return jsonify(points)

    return app
