import hashlib
import time

from flask import Flask, abort, jsonify, request

OWN = ("name", "phone", "shirt")
PLANNED = ("role", "crew", "meals")


def create_app(volunteers):
    app = Flask(__name__)

    def shown(volunteer):
        return {key: value for key, value in volunteer.items() if key != "token"}

    def sent(keys):
        """What the body says of these keys; whatever else it says is ignored."""
        body = request.get_json()
        return {key: body[key] for key in keys if key in body}

    def current():
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        for volunteer in volunteers:
            if volunteer["token"] == token:
                return volunteer
        abort(401)

    def require_lead():
        if current()["role"] != "lead":
            abort(403)

    @app.post("/volunteers")
    def sign_up():
        volunteer = {
            "id": max((one["id"] for one in volunteers), default=0) + 1,
            "token": hashlib.sha256(str(time.time_ns()).encode()).hexdigest(),
            "role": "helper",
            "crew": None,
            "meals": 0,
            **sent(OWN),
        }
        volunteers.append(volunteer)
        return jsonify(id=volunteer["id"], token=volunteer["token"]), 201

    @app.get("/me")
    def show_me():
        return jsonify(shown(current()))

    @app.patch("/me")
    def change_me():
        volunteer = current()
        volunteer.update(sent(OWN))
        return jsonify(shown(volunteer))

    @app.get("/volunteers")
    def list_volunteers():
        require_lead()
        return jsonify([shown(one) for one in sorted(volunteers, key=lambda one: one["id"])])

    @app.patch("/volunteers/<int:volunteer_id>")
    def plan(volunteer_id):
        require_lead()
        for volunteer in volunteers:
            if volunteer["id"] == volunteer_id:
                volunteer.update(sent(PLANNED))
                return jsonify(shown(volunteer))
        abort(404)

    return app
