import hmac
import secrets
from functools import wraps
from urllib.parse import urlsplit

from flask import Flask, abort, jsonify, request, session


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    state = {"temperature": 18, "vents": "closed"}

    @app.before_request
    def only_own_pages():
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return
        # A browser asks for leave before it sends this type to another site,
        # and no answer of this application gives leave.
        if request.mimetype != "application/json":
            abort(415)
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            abort(403)
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            abort(403)

    def gardeners_only(view):
        @wraps(view)
        def guarded():
            if session.get("name") not in passwords:
                return jsonify(error="please log in"), 401
            return view()
        return guarded

    def body():
        data = request.get_json(silent=True)
        return data if isinstance(data, dict) else {}

    @app.post("/api/login")
    def login():
        name, password = body().get("name"), body().get("password")
        if not (isinstance(name, str) and isinstance(password, str) and name in passwords):
            return jsonify(error="wrong name or password"), 401
        if not hmac.compare_digest(password.encode("utf-8", "surrogatepass"),
                                   passwords[name].encode("utf-8", "surrogatepass")):
            return jsonify(error="wrong name or password"), 401
        session.clear()
        session["name"] = name
        return jsonify(name=name)

    @app.get("/api/state")
    @gardeners_only
    def show():
        return jsonify(state)

    @app.post("/api/temperature")
    @gardeners_only
    def temperature():
        value = body().get("value")
        if type(value) is not int or not 5 <= value <= 35:
            return jsonify(error="an integer from 5 to 35 is expected"), 400
        state["temperature"] = value
        return jsonify(state)

    @app.post("/api/vents")
    @gardeners_only
    def vents():
        position = body().get("position")
        if position not in ("open", "closed"):
            return jsonify(error="open or closed is expected"), 400
        state["vents"] = position
        return jsonify(state)

    return app
