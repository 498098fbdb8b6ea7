import os
import re

from flask import Flask, jsonify, make_response, request, session


def create_app(passwords, partners):
    app = Flask(__name__)
    app.secret_key = os.urandom(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "None"
    app.config["SESSION_COOKIE_SECURE"] = True
    partner = re.compile("|".join(f"(?:{origin})" for origin in partners) or r"(?!)")
    points = dict.fromkeys("1234", "straight")

    def from_partner():
        origin = request.headers.get("Origin", "")
        return origin if partner.fullmatch(origin) else None

    @app.before_request
    def check():
        if request.method == "OPTIONS":
            return make_response("", 204)
        if request.method == "POST" and request.mimetype != "application/json":
            return jsonify(error="JSON only"), 415
        if request.path != "/api/login" and "name" not in session:
            return jsonify(error="log in first"), 401

    @app.after_request
    def share(response):
        origin = from_partner()
        response.headers.add("Vary", "Origin")
        if origin:
            response.headers.update({
                "Access-Control-Allow-Origin": origin,
                "Access-Control-Allow-Credentials": "true",
                "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
                "Access-Control-Allow-Headers": "Content-Type",
            })
        return response

    def body():
        data = request.get_json(silent=True)
        return data if isinstance(data, dict) else {}

    @app.post("/api/login")
    def login():
        name = body().get("name")
        if not isinstance(name, str) or name not in passwords or body().get("password") != passwords[name]:
            return jsonify(error="wrong name or password"), 401
        session.clear()
        session["name"] = name
        return {"name": name}

    @app.get("/api/points")
    def read():
        return points

    @app.post("/api/points/<number>")
    def switch(number):
        if number not in points:
            return jsonify(error="no such point"), 404
        if body().get("position") not in ("straight", "turned"):
            return jsonify(error="no such position"), 400
        points[number] = body()["position"]
        return points

    return app
