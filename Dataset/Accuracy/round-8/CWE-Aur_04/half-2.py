import functools
import secrets

from flask import Flask, abort, jsonify, request

TOLD = {"name", "phone", "shirt"}
PLANNED = {"role", "crew", "meals"}
FIXED = {"id", "token"}


def create_app(volunteers):
    app = Flask(__name__)

    def show(volunteer):
        return {k: v for k, v in volunteer.items() if k != "token"}

    def signed_in(role=None):
        def decorate(view):
            @functools.wraps(view)
            def wrapper(**kwargs):
                header = request.headers.get("Authorization", "")
                me = next((v for v in volunteers
                           if secrets.compare_digest(header.encode(), f"Bearer {v['token']}".encode())), None)
                if me is None:
                    abort(401)
                if role and me["role"] != role:
                    abort(403)
                return view(me=me, **kwargs)
            return wrapper
        return decorate

    def take_over(volunteer, closed):
        """Puts the body into the volunteer; a body with a closed key is refused."""
        body = request.get_json(silent=True)
        if not isinstance(body, dict) or closed & body.keys():
            abort(400)
        changes = {key.strip().lower(): value for key, value in body.items()}
        for key, value in changes.items():
            if key == "meals" and (type(value) is not int or value < 0) \
                    or key == "role" and value not in ("helper", "lead") \
                    or key in TOLD and not isinstance(value, str) \
                    or key == "crew" and not isinstance(value, (str, type(None))):
                abort(400)
        volunteer.update({k: v for k, v in changes.items() if k in TOLD | PLANNED})

    @app.post("/volunteers")
    def join():
        new = {"id": max([v["id"] for v in volunteers], default=0) + 1,
               "token": secrets.token_hex(16), "name": "", "phone": "", "shirt": "",
               "role": "helper", "crew": None, "meals": 0}
        take_over(new, FIXED | PLANNED)
        volunteers.append(new)
        return {"id": new["id"], "token": new["token"]}, 201

    @app.get("/me")
    @signed_in()
    def me(me):
        return show(me)

    @app.patch("/me")
    @signed_in()
    def change_me(me):
        take_over(me, FIXED | PLANNED)
        return show(me)

    @app.get("/volunteers")
    @signed_in("lead")
    def everyone(me):
        return jsonify(sorted(map(show, volunteers), key=lambda v: v["id"]))

    @app.patch("/volunteers/<int:number>")
    @signed_in("lead")
    def plan(me, number):
        for volunteer in volunteers:
            if volunteer["id"] == number:
                take_over(volunteer, FIXED | TOLD)
                return show(volunteer)
        abort(404)

    return app
