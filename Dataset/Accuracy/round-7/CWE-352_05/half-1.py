import secrets

from flask import Flask, abort, jsonify, request, session

POSITIONS = ("straight", "turned")


def create_app(passwords, partners):
    app = Flask(__name__)
    app.config.update(SECRET_KEY=secrets.token_bytes(32), SESSION_COOKIE_SAMESITE="None",
                      SESSION_COOKIE_SECURE=True, SESSION_COOKIE_HTTPONLY=True)
    allowed = frozenset(partners)
    points = {str(n): "straight" for n in range(1, 5)}

    def json_body():
        """Only a JSON request makes browsers ask first, so nothing else is taken."""
        if "application/json" not in request.headers.get("Content-Type", ""):
            abort(415)
        body = request.get_json(force=True, silent=True)
        return body if isinstance(body, dict) else {}

    @app.after_request
    def cors(response):
        response.vary.add("Origin")
        if request.headers.get("Origin") in allowed:
            response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
            response.headers["Access-Control-Allow-Credentials"] = "true"
            if request.method == "OPTIONS":
                response.headers["Access-Control-Allow-Methods"] = "GET, POST"
                response.headers["Access-Control-Allow-Headers"] = "Content-Type"
        return response

    @app.post("/api/login")
    def login():
        body = json_body()
        name, password = body.get("name"), body.get("password")
        if not isinstance(name, str) or name not in passwords or passwords[name] != password:
            abort(401)
        session["name"] = name
        return jsonify(name=name)

    def require_member():
        if session.get("name") not in passwords:
            abort(401)

    @app.get("/api/points")
    def show():
        require_member()
        return jsonify(points)

    @app.post("/api/points/<number>")
    def switch(number):
        require_member()
        if number not in points:
            abort(404)
        position = json_body().get("position")
        if position not in POSITIONS:
            abort(400)
        points[number] = position
        return jsonify(points)

    return app
