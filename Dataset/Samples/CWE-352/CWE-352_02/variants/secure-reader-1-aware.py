import hmac
import secrets
from urllib.parse import urlsplit

from flask import Flask, abort, jsonify, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=secrets.token_bytes(32),
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
    )
    passwords = dict(passwords)
    state = {"temperature": 18, "vents": "closed"}

    @app.before_request
    def refuse_foreign_requests():
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return
        # a foreign page can send this type only after a preflight, which
        # this application never answers with leave
        if request.mimetype != "application/json":
            abort(415)
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            abort(403)

    def refusal(status):
        return jsonify({"error": "refused"}), status

    def body():
        data = request.get_json(silent=True)
        return data if isinstance(data, dict) else {}

    def change(key, value, allowed):
        if session.get("name") not in passwords:
            return refusal(401)
        if not allowed:
            return refusal(400)
        state[key] = value
        return jsonify(state)

    @app.post("/api/login")
    def login():
        name, password = body().get("name"), body().get("password")
        if not (isinstance(name, str) and isinstance(password, str)) or name not in passwords:
            return refusal(401)
        if not hmac.compare_digest(password.encode("utf-8", "surrogatepass"),
                                   passwords[name].encode("utf-8", "surrogatepass")):
            return refusal(401)
        session.clear()
        session["name"] = name
        return jsonify({"name": name})

    @app.get("/api/state")
    def get_state():
        if session.get("name") not in passwords:
            return refusal(401)
        return jsonify(state)

    @app.post("/api/temperature")
    def set_temperature():
        value = body().get("value")
        return change("temperature", value, type(value) is int and 5 <= value <= 35)

    @app.post("/api/vents")
    def set_vents():
        position = body().get("position")
        return change("vents", position, position in ("open", "closed"))

    return app
