import secrets
from flask import Flask, abort, jsonify, request

PERSONAL = ["name", "phone", "shirt"]
PLANNING = ["role", "crew", "meals"]
FIXED = ["id", "token"]


def create_app(volunteers):
    app = Flask(__name__)

    def view(v):
        return jsonify(_view(v))

    def _view(v):
        return {key: v[key] for key in ["id"] + PERSONAL + PLANNING}

    def authenticate(lead=False):
        auth = request.authorization
        if auth is None or auth.type != "bearer" or not auth.token:
            abort(401)
        for v in volunteers:
            if secrets.compare_digest(v["token"].encode(), auth.token.encode()):
                if lead and v["role"] != "lead":
                    abort(403)
                return v
        abort(401)

    def changes(protected):
        data = request.get_json(silent=True)
        if not data:
            abort(400)
        if any(key in data for key in protected):
            abort(400, "these fields cannot be changed here")
        return data

    def apply(v, data):
        try:
            v.update(data)
        except (TypeError, ValueError):
            abort(400)

    @app.post("/volunteers")
    def add():
        data = request.get_json(silent=True)
        if not isinstance(data, dict) or not all(k in data for k in PERSONAL):
            abort(400)
        v = {"id": max([v["id"] for v in volunteers], default=0) + 1,
             "token": secrets.token_urlsafe(32),
             "name": data["name"], "phone": data["phone"], "shirt": data["shirt"],
             "role": "helper", "crew": None, "meals": 0}
        volunteers.append(v)
        return jsonify(id=v["id"], token=v["token"]), 201

    @app.get("/me")
    def about_me():
        return view(authenticate())

    @app.patch("/me")
    def edit_me():
        v = authenticate()
        apply(v, changes(PLANNING + FIXED))
        return view(v)

    @app.get("/volunteers")
    def overview():
        authenticate(lead=True)
        return jsonify([_view(v) for v in sorted(volunteers, key=lambda v: v["id"])])

    @app.patch("/volunteers/<int:id>")
    def plan(id):
        authenticate(lead=True)
        for v in volunteers:
            if v["id"] == id:
                apply(v, changes(PERSONAL + FIXED))
                return view(v)
        abort(404)

    return app
