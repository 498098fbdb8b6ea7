import hmac
import re
import secrets

from flask import Flask, abort, jsonify, request, session

POSITIONS = ("straight", "turned")


def create_app(passwords, partners):
    app = Flask(__name__, static_folder=None)
    app.config.update(
        SECRET_KEY=secrets.token_bytes(32),
        SESSION_COOKIE_SECURE=True,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="None",
    )
    points = {str(n): "straight" for n in range(1, 5)}
    partner_origin = re.compile("^" + "|".join(re.escape(p) for p in partners) + "$") if partners else None

    def is_partner(origin):
        return bool(partner_origin and origin and partner_origin.match(origin))

    def body():
        if request.mimetype != "application/json":
            abort(415)
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(400)
        return data

    @app.before_request
    def check_origin():
        origin = request.headers.get("Origin")
        if origin is None or request.method == "OPTIONS":
            return None
        if origin != request.host_url.rstrip("/") and not is_partner(origin):
            abort(403)

    @app.after_request
    def cors(response):
        response.vary.add("Origin")
        origin = request.headers.get("Origin")
        if is_partner(origin) and request.path.startswith("/api/points"):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Allow-Credentials"] = "true"
            if request.method == "OPTIONS":
                response.headers["Access-Control-Allow-Methods"] = "GET, POST"
                response.headers["Access-Control-Allow-Headers"] = "Content-Type"
        return response

    def need_login():
        if session.get("name") not in passwords:
            abort(401)

    @app.post("/api/login")
    def login():
        data = body()
        name, password = data.get("name"), data.get("password")
        if not isinstance(name, str) or not isinstance(password, str) or name not in passwords:
            abort(401)
        if not hmac.compare_digest(passwords[name].encode(), password.encode()):
            abort(401)
        session.clear()
        session["name"] = name
        return jsonify(name=name)

    @app.get("/api/points")
    def state():
        need_login()
        return jsonify(points)

    @app.post("/api/points/<number>")
    def switch(number):
        need_login()
        data = body()
        if number not in points:
            abort(404)
        if data.get("position") not in POSITIONS:
            abort(400)
        points[number] = data["position"]
        return jsonify(points)

    return app
