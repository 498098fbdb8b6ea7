import secrets
from functools import wraps

from flask import Flask, abort, jsonify, request

OWN = ("name", "phone", "shirt")
PLAN = ("role", "crew", "meals")
FIXED = ("id", "token")


def create_app(volunteers):
    app = Flask(__name__)

    def current():
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        found = [v for v in volunteers if kind == "Bearer" and secrets.compare_digest(v["token"].encode(), token.encode())]
        if not found:
            abort(401)
        return found[0]

    def lead_only(view):
        @wraps(view)
        def inner(**kwargs):
            if current()["role"] != "lead":
                abort(403)
            return view(**kwargs)
        return inner

    def show(v):
        return {key: value for key, value in v.items() if key != "token"}

    def change(v, refused):
        changes = request.get_json()
        if any(key in refused for key in changes):
            abort(400, "This field cannot be changed here.")
        known = dict(v)
        known.update(changes)
        if known.keys() != v.keys():
            abort(400, "There is no such field.")
        v.update(known)
        return jsonify(show(v))

    @app.post("/volunteers")
    def newcomer():
        data = request.get_json()
        if sorted(data) != sorted(OWN):
            abort(400)
        number = max([v["id"] for v in volunteers], default=0) + 1
        v = {"id": number, "token": secrets.token_hex(20), "name": data["name"], "phone": data["phone"],
             "shirt": data["shirt"], "role": "helper", "crew": None, "meals": 0}
        volunteers.append(v)
        return jsonify({"id": v["id"], "token": v["token"]}), 201

    @app.get("/me")
    def me():
        return jsonify(show(current()))

    @app.patch("/me")
    def change_me():
        return change(current(), FIXED + PLAN)

    @app.get("/volunteers")
    @lead_only
    def everybody():
        return jsonify([show(v) for v in sorted(volunteers, key=lambda v: v["id"])])

    @app.patch("/volunteers/<int:number>")
    @lead_only
    def plan(number):
        for v in volunteers:
            if v["id"] == number:
                return change(v, FIXED + OWN)
        abort(404)

    return app
