import secrets

from flask import Flask, abort, jsonify, request, session


class Panel:
    """The application for one layout. Requests of other origins than the given ones are not even looked at."""

    def __init__(self, passwords, partners):
        self.passwords, self.partners = passwords, frozenset(partners)
        self.points = dict.fromkeys(("1", "2", "3", "4"), "straight")

    def before(self):
        origin = request.headers.get("Origin")
        own = f"{request.scheme}://{request.host}"
        if origin is not None and origin != own and origin not in self.partners:
            return jsonify(error="unknown origin"), 403
        if request.method == "OPTIONS":
            return "", 204
        if request.method == "POST" and origin is None:
            return jsonify(error="browsers name their origin"), 403
        if request.path != "/api/login" and "member" not in session:
            abort(401)

    def after(self, response):
        response.vary.add("Origin")
        if request.headers.get("Origin") in self.partners:
            response.access_control_allow_origin = request.headers["Origin"]
            response.access_control_allow_credentials = True
            response.access_control_allow_headers = ["Content-Type"]
            response.access_control_allow_methods = ["GET", "POST"]
        return response

    def login(self):
        body = request.get_json(force=True)
        if body.get("name") not in self.passwords or self.passwords[body["name"]] != body.get("password"):
            return jsonify(error="wrong name or password"), 401
        session["member"] = body["name"]
        return jsonify(name=body["name"])

    def show(self):
        return jsonify(self.points)

    def switch(self, number):
        if number not in self.points:
            abort(404)
        position = request.get_json(force=True).get("position")
        if position not in ("straight", "turned"):
            abort(400)
        self.points[number] = position
        return jsonify(self.points)


def create_app(passwords, partners):
    app, panel = Flask(__name__), Panel(passwords, partners)
    app.secret_key = secrets.token_hex()
    app.config["SESSION_COOKIE_SAMESITE"] = "None"
    app.config["SESSION_COOKIE_SECURE"] = True
    app.before_request(panel.before)
    app.after_request(panel.after)
    app.add_url_rule("/api/login", view_func=panel.login, methods=["POST"])
    app.add_url_rule("/api/points", view_func=panel.show)
    app.add_url_rule("/api/points/<number>", view_func=panel.switch, methods=["POST"])
    return app
