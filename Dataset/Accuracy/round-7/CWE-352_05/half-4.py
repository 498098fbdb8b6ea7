import secrets
from functools import wraps

from flask import Flask, Response, jsonify, request, session

# What a page of another site can send without being asked for leave.
SIMPLE_TYPES = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}


def create_app(passwords, partners):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="None", SESSION_COOKIE_SECURE=True)
    partners = set(partners)
    points = {"1": "straight", "2": "straight", "3": "straight", "4": "straight"}

    def member(view):
        @wraps(view)
        def inner(*args, **kwargs):
            if "name" not in session:
                return jsonify(error="not logged in"), 401
            return view(*args, **kwargs)
        return inner

    def read_json():
        data = request.get_json(force=True, silent=True)
        return data if isinstance(data, dict) else {}

    @app.before_request
    def refuse_simple_requests():
        if request.method == "POST" and request.mimetype in SIMPLE_TYPES:
            return jsonify(error="send application/json"), 415

    @app.after_request
    def cors(response: Response):
        response.vary.add("Origin")
        origin = request.headers.get("Origin")
        if origin in partners:
            response.access_control_allow_origin = origin
            response.access_control_allow_credentials = True
            response.access_control_allow_headers = ["Content-Type"]
            response.access_control_allow_methods = ["GET", "POST"]
        return response

    @app.post("/api/login")
    def login():
        data = read_json()
        name = data.get("name")
        if not isinstance(name, str) or passwords.get(name) is None or passwords[name] != data.get("password"):
            return jsonify(error="wrong"), 401
        session["name"] = name
        return jsonify(name=name)

    @app.get("/api/points")
    @member
    def show():
        return jsonify(points)

    @app.post("/api/points/<number>")
    @member
    def switch(number):
        if number not in points:
            return jsonify(error="unknown point"), 404
        position = read_json().get("position")
        if position not in ("straight", "turned"):
            return jsonify(error="unknown position"), 400
        points[number] = position
        return jsonify(points)

    return app
