import secrets
from dataclasses import asdict, dataclass

from flask import Flask, g, jsonify, request


@dataclass
class Volunteer:
    id: int
    token: str
    name: str = ""
    phone: str = ""
    shirt: str = ""
    role: str = "helper"
    crew: str | None = None
    meals: int = 0

    def change(self, changes, allowed):
        """Takes over the changes; a ValueError tells of keys that are not allowed."""
        unknown = []
        for key, value in changes.items():
            if not hasattr(self, key):
                unknown.append(key)
            else:
                setattr(self, key, value)
                if key not in allowed:
                    unknown.append(key)
        if unknown:
            raise ValueError(f"not yours to change: {', '.join(unknown)}")

    def shown(self):
        fields = asdict(self)
        del fields["token"]
        return fields


def create_app(volunteers):
    app = Flask(__name__)
    people = [Volunteer(**one) for one in volunteers]

    @app.errorhandler(ValueError)
    def refuse(error):
        return jsonify(error=str(error)), 400

    @app.before_request
    def authenticate():
        if request.method == "POST":
            return None
        token = request.headers.get("Authorization", "").partition("Bearer ")[2]
        g.me = next((one for one in people if one.token == token), None)
        if g.me is None:
            return jsonify(error="unknown token"), 401
        if request.path.startswith("/volunteers") and g.me.role != "lead":
            return jsonify(error="for leads"), 403

    @app.post("/volunteers")
    def join():
        newcomer = Volunteer(max([one.id for one in people] or [0]) + 1, secrets.token_hex())
        newcomer.change(request.get_json(), ("name", "phone", "shirt"))
        people.append(newcomer)
        return jsonify(id=newcomer.id, token=newcomer.token), 201

    @app.get("/me")
    def me():
        return jsonify(g.me.shown())

    @app.patch("/me")
    def change_me():
        g.me.change(request.get_json(), ("name", "phone", "shirt"))
        return jsonify(g.me.shown())

    @app.get("/volunteers")
    def everybody():
        return jsonify([one.shown() for one in sorted(people, key=lambda one: one.id)])

    @app.patch("/volunteers/<int:number>")
    def plan(number):
        found = [one for one in people if one.id == number]
        if not found:
            return jsonify(error="unknown"), 404
        found[0].change(request.get_json(), ("role", "crew", "meals"))
        return jsonify(found[0].shown())

    return app
