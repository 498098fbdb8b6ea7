import re
import secrets
from flask import Flask, g, jsonify, request

OWN = {"name", "phone", "shirt"}
PLAN = {"role", "crew", "meals"}
LEADS_ONLY = re.compile(r"/volunteers(/[0-9]+)?/?")


def create_app(volunteers):
    app = Flask(__name__)

    @app.before_request
    def authorize():
        if request.method == "POST" and request.path == "/volunteers":
            return None
        header = request.headers.get("Authorization", "")
        token = header[7:] if header.startswith("Bearer ") else None
        g.me = next((v for v in volunteers if token and
                     secrets.compare_digest(v["token"].encode(), token.encode())), None)
        if g.me is None:
            return jsonify(error="token"), 401
        if LEADS_ONLY.fullmatch(request.path) and g.me["role"] != "lead":
            return jsonify(error="for leads"), 403
        return None

    def public(v):
        return {k: x for k, x in v.items() if k != "token"}

    def fields(allowed):
        data = request.get_json(silent=True)
        if not isinstance(data, dict) or not set(data) <= allowed:
            return None
        return data

    @app.post("/volunteers")
    def register():
        data = fields(OWN)
        if data is None or set(data) != OWN:
            return jsonify(error="fields"), 400
        v = {"id": max((v["id"] for v in volunteers), default=0) + 1,
             "token": secrets.token_hex(20), "role": "helper", "crew": None, "meals": 0}
        v.update(data)
        volunteers.append(v)
        return jsonify(id=v["id"], token=v["token"]), 201

    @app.get("/me")
    def get_me():
        return jsonify(public(g.me))

    @app.patch("/me")
    def patch_me():
        data = fields(OWN)
        if data is None:
            return jsonify(error="fields"), 400
        g.me.update(data)
        return jsonify(public(g.me))

    @app.get("/volunteers")
    def get_all():
        return jsonify([public(v) for v in sorted(volunteers, key=lambda v: v["id"])])

    @app.patch("/volunteers/<int:number>")
    def patch_one(number):
        v = next((v for v in volunteers if v["id"] == number), None)
        if v is None:
            return jsonify(error="unknown"), 404
        data = fields(PLAN)
        if data is None:
            return jsonify(error="fields"), 400
        v.update(data)
        return jsonify(public(v))

    return app
