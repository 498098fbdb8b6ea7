import secrets

from flask import Flask, abort, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.config["SECRET_KEY"] = secrets.token_bytes(32)
    greenhouse = {"temperature": 18, "vents": "closed"}

    @app.before_request
    def same_origin():
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return
        origin = request.headers.get("Origin")
        if origin is not None:
            if not origin.startswith(request.host_url.rstrip("/")):
                abort(403)
        elif request.mimetype != "application/json":
            abort(415)

    def need_login():
        if session.get("gardener") not in passwords:
            abort(401)

    def sent(key):
        data = request.get_json(force=True)
        if not isinstance(data, dict):
            abort(400)
        return data.get(key)

    @app.route("/api/login", methods=["POST"])
    def login():
        name, password = sent("name"), sent("password")
        if not isinstance(name, str) or not isinstance(password, str) or name not in passwords:
            abort(401)
        if not secrets.compare_digest(passwords[name].encode(), password.encode()):
            abort(401)
        session["gardener"] = name
        return {"name": name}

    @app.route("/api/state")
    def state():
        need_login()
        return greenhouse

    @app.route("/api/temperature", methods=["POST"])
    def temperature():
        need_login()
        value = sent("value")
        if isinstance(value, bool) or not isinstance(value, int) or not 5 <= value <= 35:
            abort(400)
        greenhouse["temperature"] = value
        return greenhouse

    @app.route("/api/vents", methods=["POST"])
    def vents():
        need_login()
        position = sent("position")
        if position not in ("open", "closed"):
            abort(400)
        greenhouse["vents"] = position
        return greenhouse

    return app
