import secrets

from flask import Flask, abort, jsonify, request, session


def create_app(passwords, partners):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="None", SESSION_COOKIE_SECURE=True)
    points = {str(number): "straight" for number in range(1, 5)}

    @app.after_request
    def allow_panel(response):
        origin = request.headers.get("Origin")
        if origin in partners:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Allow-Credentials"] = "true"
            response.headers["Access-Control-Allow-Methods"] = "GET, POST"
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Vary"] = "Origin"
        return response

    def check_login():
        if "name" not in session:
            abort(401)

    @app.post("/api/login")
    def login():
        data = request.get_json()
        name = data.get("name")
        if name not in passwords or passwords[name] != data.get("password"):
            abort(401)
        session["name"] = name
        return jsonify(name=name)

    @app.get("/api/points")
    def show():
        check_login()
        return jsonify(points)

    @app.post("/api/points/<number>")
    def switch(number):
        check_login()
        if number not in points:
            abort(404)
        position = request.get_json(force=True).get("position")
        if position not in ("straight", "turned"):
            abort(400)
        points[number] = position
        return jsonify(points)

    return app
