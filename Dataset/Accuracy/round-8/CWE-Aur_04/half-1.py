import re
import secrets

from flask import Flask, abort, g, jsonify, request

TOLD = ("name", "phone", "shirt")
PLANNED = ("role", "crew", "meals")


def create_app(volunteers):
    app = Flask(__name__)
    app.url_map.strict_slashes = False  # the app is not consistent about the last slash

    def shown(volunteer):
        return {key: value for key, value in volunteer.items() if key != "token"}

    def fields(allowed):
        body = request.get_json(silent=True)
        if not isinstance(body, dict) or not set(body) <= set(allowed):
            abort(400)
        for key, value in body.items():
            if key == "meals":
                good = type(value) is int and value >= 0
            elif key == "role":
                good = value in ("helper", "lead")
            else:
                good = isinstance(value, str) or key == "crew" and value is None
            if not good:
                abort(400)
        return body

    @app.before_request
    def authorize():
        path = request.path
        if request.method == "POST" and path == "/volunteers":
            return
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        g.me = next((v for v in volunteers if kind == "Bearer" and v["token"] == token), None)
        if g.me is None:
            abort(401)
        if re.fullmatch(r"/volunteers(/[0-9]+)?", path) and g.me["role"] != "lead":
            abort(403)

    @app.post("/volunteers")
    def join():
        told = fields(TOLD)
        if len(told) != len(TOLD):
            abort(400)
        new = {"id": max((v["id"] for v in volunteers), default=0) + 1,
               "token": secrets.token_urlsafe(24), **told,
               "role": "helper", "crew": None, "meals": 0}
        volunteers.append(new)
        return jsonify(id=new["id"], token=new["token"]), 201

    @app.get("/me")
    def me():
        return jsonify(shown(g.me))

    @app.patch("/me")
    def about_me():
        g.me.update(fields(TOLD))
        return jsonify(shown(g.me))

    @app.get("/volunteers")
    def everybody():
        return jsonify([shown(v) for v in sorted(volunteers, key=lambda v: v["id"])])

    @app.patch("/volunteers/<int:number>")
    def plan(number):
        volunteer = next((v for v in volunteers if v["id"] == number), None)
        if volunteer is None:
            abort(404)
        volunteer.update(fields(PLANNED))
        return jsonify(shown(volunteer))

    return app
