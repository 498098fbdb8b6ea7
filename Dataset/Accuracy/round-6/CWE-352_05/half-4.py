import hmac
import secrets
from functools import wraps
from urllib.parse import urlsplit

from flask import Flask, abort, jsonify, request, session


def origin_of(url):
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}"


def create_app(passwords, partners):
    app = Flask(__name__, static_folder=None)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="None", SESSION_COOKIE_SECURE=True, SESSION_COOKIE_HTTPONLY=True)
    partners = tuple(partners)
    points = {"1": "straight", "2": "straight", "3": "straight", "4": "straight"}

    def source():
        origin = request.headers.get("Origin")
        if origin and origin != "null":
            return origin
        referer = request.headers.get("Referer")
        return origin_of(referer) if referer else None

    def from_known_page(view):
        @wraps(view)
        def checked(*args, **kwargs):
            page = source()
            if page is not None and page not in partners and page != origin_of(request.host_url):
                abort(403)
            return view(*args, **kwargs)
        return checked

    def members_only(view):
        @wraps(view)
        def checked(*args, **kwargs):
            if "name" not in session:
                abort(401)
            return view(*args, **kwargs)
        return checked

    def payload():
        data = request.get_json(force=True, silent=True)
        return data if isinstance(data, dict) else {}

    @app.after_request
    def cors(response):
        response.vary.add("Origin")
        origin = request.headers.get("Origin")
        if origin in partners:
            response.access_control_allow_origin = origin
            response.access_control_allow_credentials = True
            response.access_control_allow_methods = ["GET", "POST"]
            response.access_control_allow_headers = ["Content-Type"]
        return response

    @app.post("/api/login")
    @from_known_page
    def login():
        name, password = payload().get("name"), payload().get("password")
        if isinstance(name, str) and isinstance(password, str) and name in passwords:
            if hmac.compare_digest(passwords[name].encode(), password.encode()):
                session["name"] = name
                return jsonify(name=name)
        abort(401)

    @app.get("/api/points")
    @from_known_page
    @members_only
    def state():
        return jsonify(points)

    @app.post("/api/points/<number>")
    @from_known_page
    @members_only
    def switch(number):
        if number not in points:
            abort(404)
        position = payload().get("position")
        if position not in ("straight", "turned"):
            abort(400)
        points[number] = position
        return jsonify(points)

    return app
