import secrets
from urllib.parse import urlsplit

from flask import Flask, abort, jsonify, request, session


def place(origin):
    """Host and port of an origin, with the port of HTTPS if there is none."""
    parts = urlsplit(origin)
    return parts.hostname, parts.port or 443


def create_app(passwords, partners):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    app.config.update(SESSION_COOKIE_SECURE=True, SESSION_COOKIE_SAMESITE="None")
    places = {place(origin) for origin in partners}
    points = {n: "straight" for n in ("1", "2", "3", "4")}

    def partner_origin():
        origin = request.headers.get("Origin")
        if not origin or origin == "null":
            return None
        try:
            return origin if place(origin) in places else None
        except ValueError:
            return None

    @app.after_request
    def add_headers(response):
        response.headers["Vary"] = "Origin, Cookie"
        origin = partner_origin()
        if origin is not None and request.path.startswith("/api/points"):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Allow-Credentials"] = "true"
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Access-Control-Allow-Methods"] = "GET, POST"
        return response

    def payload():
        if request.mimetype != "application/json":
            abort(415)
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(400)
        return data

    @app.post("/api/login")
    def login():
        data = payload()
        name = data.get("name")
        if isinstance(name, str) and name in passwords and data.get("password") == passwords[name]:
            session["member"] = name
            return jsonify({"name": name})
        return jsonify({"error": "unknown"}), 401

    @app.get("/api/points")
    def get_points():
        if "member" not in session:
            abort(401)
        return jsonify(points)

    @app.post("/api/points/<number>")
    def set_point(number):
        if "member" not in session:
            abort(401)
        if number not in points:
            abort(404)
        position = payload().get("position")
        if position != "straight" and position != "turned":
            abort(400)
        points[number] = position
        return jsonify(points)

    return app
