import secrets
from functools import wraps
from flask import Flask, abort, g, jsonify, request

HIDDEN = {"token"}
MINE = ("name", "phone", "shirt")
PLANNED = ("role", "crew", "meals")


def create_app(volunteers):
    app = Flask(__name__)
    people = {v["id"]: v for v in volunteers}

    def needs(role=None):
        def wrap(view):
            @wraps(view)
            def inner(*args, **kwargs):
                head = request.headers.get("Authorization", "").split(" ")
                if len(head) != 2 or head[0] != "Bearer":
                    abort(401)
                g.me = next((v for v in people.values() if v["token"] == head[1]), None)
                if g.me is None:
                    abort(401)
                if role and g.me["role"] != role:
                    abort(403)
                return view(*args, **kwargs)
            return inner
        return wrap

    def as_json(v):
        return {k: v[k] for k in ("id",) + MINE + PLANNED}

    def body():
        data = request.get_json(silent=True)
        return data if isinstance(data, dict) else abort(400)

    @app.post("/volunteers")
    def post_volunteer():
        form = body()
        if not all(isinstance(form.get(k), str) for k in MINE):
            abort(400)
        new = {"crew": None}
        new.update(form)
        new["id"] = max(people, default=0) + 1
        new["token"] = secrets.token_urlsafe()
        new["role"] = "helper"
        new["meals"] = 0
        people[new["id"]] = new
        volunteers.append(new)
        return jsonify({"id": new["id"], "token": new["token"]}), 201

    @app.get("/me")
    @needs()
    def get_me():
        return jsonify(as_json(g.me))

    @app.patch("/me")
    @needs()
    def patch_me():
        g.me.update((k, v) for k, v in body().items() if k in MINE)
        return jsonify(as_json(g.me))

    @app.get("/volunteers")
    @needs("lead")
    def get_volunteers():
        return jsonify([as_json(people[i]) for i in sorted(people)])

    @app.patch("/volunteers/<int:vid>")
    @needs("lead")
    def patch_volunteer(vid):
        if vid not in people:
            abort(404)
        people[vid].update((k, v) for k, v in body().items() if k in PLANNED)
        return jsonify(as_json(people[vid]))

    return app
