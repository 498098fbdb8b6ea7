import secrets
from hmac import compare_digest
from urllib.parse import urlsplit

from flask import Flask, jsonify, request, session


class Refused(Exception):
    def __init__(self, status):
        self.status = status


def create_app(passwords, partners):
    app = Flask(__name__, static_folder=None)
    app.config.from_mapping(
        SECRET_KEY=secrets.token_hex(32),
        SESSION_COOKIE_SAMESITE="None",
        SESSION_COOKIE_SECURE=True,
    )
    partner_set = set(partners)
    points = {n: "straight" for n in ("1", "2", "3", "4")}

    def own(origin):
        try:
            page, host = urlsplit(origin), urlsplit(request.host_url)
            return page.scheme == host.scheme and page.hostname == host.hostname
        except ValueError:
            return False

    def permitted(origin):
        return origin in partner_set or own(origin)

    @app.errorhandler(Refused)
    def refused(error):
        return jsonify(error="refused"), error.status

    @app.before_request
    def guard():
        origin = request.headers.get("Origin")
        if origin is not None and not permitted(origin):
            raise Refused(403)
        if request.method == "POST" and request.mimetype != "application/json":
            raise Refused(415)

    @app.after_request
    def headers(response):
        origin = request.headers.get("Origin")
        if origin is not None and permitted(origin):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Allow-Credentials"] = "true"
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Access-Control-Allow-Methods"] = "GET, POST"
        response.vary.add("Origin")
        return response

    def data():
        found = request.get_json(silent=True)
        if not isinstance(found, dict):
            raise Refused(400)
        return found

    def logged_in():
        if not session.get("name"):
            raise Refused(401)

    @app.post("/api/login")
    def login():
        given = data()
        name, password = given.get("name"), given.get("password")
        if not (isinstance(name, str) and isinstance(password, str)):
            raise Refused(401)
        if name not in passwords or not compare_digest(passwords[name].encode(), password.encode()):
            raise Refused(401)
        session["name"] = name
        return jsonify(name=name)

    @app.get("/api/points")
    def get_points():
        logged_in()
        return jsonify(points)

    @app.post("/api/points/<number>")
    def set_point(number):
        logged_in()
        if number not in points:
            raise Refused(404)
        position = data().get("position")
        if position not in ("straight", "turned"):
            raise Refused(400)
        points[number] = position
        return jsonify(points)

    return app
