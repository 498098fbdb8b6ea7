import re
import secrets

from flask import Flask, abort, g, jsonify, request

PLANNING_PATHS = re.compile(r"/volunteers(/[0-9]+)?")
ABOUT_ME = ("name", "phone", "shirt")
PLANNING = ("role", "crew", "meals")


def valid(key, value):
    if key == "role":
        return value in ("helper", "lead")
    if key == "meals":
        return type(value) is int and value >= 0
    return isinstance(value, str) or (key == "crew" and value is None)


def picked(keys):
    body = request.get_json()
    if not isinstance(body, dict):
        abort(400)
    chosen = {key: body[key] for key in keys if key in body}
    if not all(valid(key, value) for key, value in chosen.items()):
        abort(400)
    return chosen


def create_app(volunteers):
    app = Flask(__name__)

    def view_of(v):
        return {"id": v["id"], **{key: v[key] for key in ABOUT_ME + PLANNING}}

    @app.before_request
    def authorize():
        if request.method == "POST" and request.path == "/volunteers":
            return
        header = request.headers.get("Authorization", "")
        token = header[7:] if header.startswith("Bearer ") else ""
        g.me = next((v for v in volunteers if token and v["token"] == token), None)
        if g.me is None:
            abort(401)
        if PLANNING_PATHS.fullmatch(request.path) and g.me["role"] != "lead":
            abort(403)

    @app.post("/volunteers")
    def join():
        about = picked(ABOUT_ME)
        if len(about) < 3:
            abort(400)
        new = {"id": max((v["id"] for v in volunteers), default=0) + 1, "token": secrets.token_urlsafe(32)}
        new |= about | {"role": "helper", "crew": None, "meals": 0}
        volunteers.append(new)
        return {"id": new["id"], "token": new["token"]}, 201

    @app.get("/me")
    def about_me():
        return view_of(g.me)

    @app.patch("/me")
    def edit_me():
        g.me.update(picked(ABOUT_ME))
        return view_of(g.me)

    @app.get("/volunteers")
    def list_all():
        return jsonify([view_of(v) for v in sorted(volunteers, key=lambda v: v["id"])])

    @app.patch("/volunteers/<int:number>")
    def plan(number):
        chosen = next((v for v in volunteers if v["id"] == number), None)
        if chosen is None:
            abort(404)
        chosen.update(picked(PLANNING))
        return view_of(chosen)

    return app
