import hmac
import secrets

from flask import Flask, abort, g, jsonify, request

ABOUT = {"name": str, "phone": str, "shirt": str}
PLANNING = {"role": str, "crew": (str, type(None)), "meals": int}


def create_app(volunteers):
    app = Flask(__name__)
    app.json.sort_keys = False
    leads = {v["id"] for v in volunteers if v["role"] == "lead"}

    def public(v):
        return {k: v[k] for k in ("id", *ABOUT, *PLANNING)}

    def body(schema):
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(400)
        for key, value in data.items():
            if key not in schema or not isinstance(value, schema[key]):
                abort(400)
        if data.get("role", "helper") not in ("helper", "lead"):
            abort(400)
        return data

    def me():
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer":
            abort(401)
        for v in volunteers:
            if hmac.compare_digest(v["token"].encode(), token.encode()):
                return v
        abort(401)

    def require_lead():
        if me()["id"] not in leads:
            abort(403)

    @app.post("/volunteers")
    def register():
        data = body(ABOUT)
        if len(data) != len(ABOUT):
            abort(400)
        v = {"id": max((x["id"] for x in volunteers), default=0) + 1, "token": secrets.token_urlsafe(24),
             **data, "role": "helper", "crew": None, "meals": 0}
        volunteers.append(v)
        return jsonify(id=v["id"], token=v["token"]), 201

    @app.get("/me")
    def get_me():
        return jsonify(public(me()))

    @app.patch("/me")
    def patch_me():
        v = me()
        v.update(body(ABOUT))
        return jsonify(public(v))

    @app.get("/volunteers")
    def get_all():
        require_lead()
        return jsonify([public(v) for v in sorted(volunteers, key=lambda v: v["id"])])

    @app.patch("/volunteers/<int:ident>")
    def plan(ident):
        require_lead()
        v = next((v for v in volunteers if v["id"] == ident), None) or abort(404)
        v.update(body(PLANNING))
        if v["role"] == "lead":
            leads.add(ident)
        return jsonify(public(v))

    return app
