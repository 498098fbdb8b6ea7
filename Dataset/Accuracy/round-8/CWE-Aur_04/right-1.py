import secrets

from flask import Flask, abort, jsonify, request

TOLD = ("name", "phone", "shirt")
PLANNED = ("role", "crew", "meals")


def valid(key, value):
    if key == "meals":
        return type(value) is int and value >= 0
    if key == "role":
        return value == "helper" or value == "lead"
    if key == "crew":
        return value is None or isinstance(value, str)
    return isinstance(value, str)


def create_app(volunteers):
    app = Flask(__name__)

    def shown(volunteer):
        return {key: volunteer[key] for key in ("id", *TOLD, *PLANNED)}

    def caller():
        header = request.headers.get("Authorization", "")
        token = header[len("Bearer "):] if header.startswith("Bearer ") else ""
        for volunteer in volunteers:
            if token and volunteer["token"] == token:
                return volunteer
        abort(401)

    def lead():
        if caller()["role"] != "lead":
            abort(403)

    def picked(allowed):
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            abort(400)
        fields = {key: body[key] for key in allowed if key in body}
        if not all(valid(key, value) for key, value in fields.items()):
            abort(400)
        return fields

    @app.post("/volunteers")
    def join():
        told = picked(TOLD)
        if len(told) < len(TOLD):
            abort(400)
        new = {"id": max((v["id"] for v in volunteers), default=0) + 1,
               "token": secrets.token_urlsafe(32), **told,
               "role": "helper", "crew": None, "meals": 0}
        volunteers.append(new)
        return jsonify(id=new["id"], token=new["token"]), 201

    @app.get("/me")
    def me():
        return jsonify(shown(caller()))

    @app.patch("/me")
    def about_me():
        volunteer = caller()
        volunteer.update(picked(TOLD))
        return jsonify(shown(volunteer))

    @app.get("/volunteers")
    def everybody():
        lead()
        return jsonify([shown(v) for v in sorted(volunteers, key=lambda v: v["id"])])

    @app.patch("/volunteers/<int:number>")
    def planning(number):
        lead()
        for volunteer in volunteers:
            if volunteer["id"] == number:
                volunteer.update(picked(PLANNED))
                return jsonify(shown(volunteer))
        abort(404)

    return app
