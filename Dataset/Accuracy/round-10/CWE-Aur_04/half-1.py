"""The service behind the app of the folk festival's volunteers."""

import hmac
import secrets
import threading

from flask import Flask, abort, g, jsonify, request

# What each page may change, and what its values look like.
ABOUT = {
    "name": lambda value: isinstance(value, str),
    "phone": lambda value: isinstance(value, str),
    "shirt": lambda value: isinstance(value, str),
}
PLANNING = {
    "role": lambda value: isinstance(value, str),
    "crew": lambda value: value is None or isinstance(value, str),
    "meals": lambda value: type(value) is int and value >= 0,
}


def create_app(volunteers):
    app = Flask(__name__)
    lock = threading.RLock()

    def shown(volunteer):
        return {key: value for key, value in volunteer.items() if key != "token"}

    def taken_over(fields):
        """The part of the body that this page may change; anything else in it is ignored."""
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            abort(400)
        changes = {key: body[key] for key in fields if key in body}
        if not all(fields[key](value) for key, value in changes.items()):
            abort(400)
        return changes

    def sign_in():
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        token = token.encode("utf-8", "surrogatepass")
        g.me = None
        if scheme == "Bearer" and token:
            for volunteer in volunteers:
                if hmac.compare_digest(volunteer["token"].encode(), token):
                    g.me = volunteer
        if g.me is None:
            abort(401)

    def only_leads():
        # Her role as it is now, not as it was when she got her token.
        if g.me["role"] == "helper":
            abort(403)

    @app.post("/volunteers")
    def join():
        told = taken_over(ABOUT)
        if len(told) < len(ABOUT):
            abort(400)
        with lock:
            newcomer = {
                "id": max((volunteer["id"] for volunteer in volunteers), default=0) + 1,
                "token": secrets.token_urlsafe(24),
                **told,
                "role": "helper",
                "crew": None,
                "meals": 0,
            }
            volunteers.append(newcomer)
        return jsonify(id=newcomer["id"], token=newcomer["token"]), 201

    @app.get("/me")
    def about_me():
        sign_in()
        return jsonify(shown(g.me))

    @app.patch("/me")
    def change_me():
        sign_in()
        g.me.update(taken_over(ABOUT))
        return jsonify(shown(g.me))

    @app.get("/volunteers")
    def team():
        sign_in()
        only_leads()
        return jsonify([shown(each) for each in sorted(volunteers, key=lambda each: each["id"])])

    @app.patch("/volunteers/<int:number>")
    def plan(number):
        sign_in()
        only_leads()
        for volunteer in volunteers:
            if volunteer["id"] == number:
                volunteer.update(taken_over(PLANNING))
                return jsonify(shown(volunteer))
        abort(404)

    return app
