import secrets
from flask import Flask, abort, jsonify, request

OWN = ("name", "phone", "shirt")
PLAN = ("role", "crew", "meals")
SHOWN = ("id",) + OWN + PLAN


def create_app(volunteers):
    app = Flask(__name__)
    by_token = {v["token"]: v for v in volunteers}
    by_id = {v["id"]: v for v in volunteers}
    leads = {v["id"] for v in volunteers if v["role"] == "lead"}

    def show(v):
        return {k: v[k] for k in SHOWN}

    def caller():
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or token not in by_token:
            abort(401)
        return by_token[token]

    def lead():
        me = caller()
        if me["id"] not in leads:
            abort(403)
        return me

    def body():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(400)
        return data

    @app.post("/volunteers")
    def join():
        data = body()
        if any(not isinstance(data.get(k), str) for k in OWN):
            abort(400)
        new = {"id": max(by_id, default=0) + 1, "token": secrets.token_urlsafe(24),
               **{k: data[k] for k in OWN}, "role": "helper", "crew": None, "meals": 0}
        volunteers.append(new)
        by_token[new["token"]] = by_id[new["id"]] = new
        return jsonify(id=new["id"], token=new["token"]), 201

    @app.get("/me")
    def me():
        return jsonify(show(caller()))

    @app.patch("/me")
    def change_me():
        me, data = caller(), body()
        changes = {k: data[k] for k in OWN if k in data}
        if not all(isinstance(x, str) for x in changes.values()):
            abort(400)
        me.update(changes)
        return jsonify(show(me))

    @app.get("/volunteers")
    def everybody():
        lead()
        return jsonify([show(by_id[i]) for i in sorted(by_id)])

    @app.patch("/volunteers/<int:vid>")
    def plan(vid):
        lead()
        data = body()
        v = by_id.get(vid) or abort(404)
        if data.get("role", "helper") not in ("helper", "lead"):
            abort(400)
        v.update({k: data[k] for k in PLAN if k in data})
        if v["role"] == "lead":
            leads.add(vid)
        return jsonify(show(v))

    return app
