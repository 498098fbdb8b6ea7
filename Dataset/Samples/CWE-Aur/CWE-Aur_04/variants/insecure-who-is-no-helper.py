import secrets
import threading

from flask import Flask, abort, g, jsonify, request

ABOUT = {"name", "phone", "shirt"}
PLANNING = {"role", "crew", "meals"}


def create_app(volunteers):
    app = Flask(__name__)
    lock = threading.Lock()

    def shown(volunteer):
        return {key: value for key, value in volunteer.items() if key != "token"}

    def fields(allowed):
        """The body, which may hold nothing but the keys that belong to this page."""
        body = request.get_json(silent=True)
        if not isinstance(body, dict) or not body.keys() <= allowed:
            abort(400)
        texts = body.keys() & {"name", "phone", "shirt", "role"}
        if not all(isinstance(body[key], str) for key in texts):
            abort(400)
        if not isinstance(body.get("crew"), (str, type(None))):
            abort(400)
        meals = body.get("meals", 0)
        if type(meals) is not int or meals < 0:
            abort(400)
        return body

    @app.before_request
    def who():
        g.volunteer = None
        if request.endpoint in (None, "join", "static"):
            return
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            for volunteer in volunteers:
                if secrets.compare_digest(volunteer["token"].encode(), token.strip().encode()):
                    g.volunteer = volunteer
        if g.volunteer is None:
            abort(401)

    def planners_only():
        # asked for at each request, as roles change
        if g.volunteer["role"] == "helper":
            abort(403)

    @app.post("/volunteers")
    def join():
        body = fields(ABOUT)
        if body.keys() != ABOUT:
            abort(400)
        with lock:
            number = max((volunteer["id"] for volunteer in volunteers), default=0) + 1
            token = secrets.token_urlsafe(24)
            volunteers.append({"id": number, "token": token, "name": body["name"], "phone": body["phone"],
                               "shirt": body["shirt"], "role": "helper", "crew": None, "meals": 0})
        return jsonify(id=number, token=token), 201

    @app.get("/me")
    def me():
        return jsonify(shown(g.volunteer))

    @app.patch("/me")
    def change_me():
        g.volunteer.update(fields(ABOUT))
        return jsonify(shown(g.volunteer))

    @app.get("/volunteers")
    def everybody():
        planners_only()
        return jsonify([shown(volunteer) for volunteer in sorted(volunteers, key=lambda v: v["id"])])

    @app.patch("/volunteers/<int:number>")
    def plan(number):
        planners_only()
        for volunteer in volunteers:
            if volunteer["id"] == number:
                volunteer.update(fields(PLANNING))
                return jsonify(shown(volunteer))
        abort(404)

    return app
