import secrets

from flask import Flask, abort, jsonify, request


class Volunteer:
    ABOUT = ("name", "phone", "shirt")
    PLANNING = ("role", "crew", "meals")
    FIXED = ("id", "token")

    def __init__(self, record):
        self.__dict__ = record

    @property
    def is_lead(self):
        return self.role == "lead"

    def public(self):
        return {key: getattr(self, key) for key in ("id", *self.ABOUT, *self.PLANNING)}

    def change(self, values, protected):
        if not isinstance(values, dict):
            abort(400)
        for key in values:
            if key in protected or not hasattr(self, key):
                abort(400)
        for key, value in values.items():
            if not callable(getattr(self, key)) and not isinstance(getattr(type(self), key, None), (property, tuple)):
                setattr(self, key, value)
        return jsonify(self.public())


def create_app(volunteers):
    app = Flask(__name__)
    people = [Volunteer(record) for record in volunteers]

    def current():
        header = request.headers.get("Authorization", "")
        for person in people:
            if secrets.compare_digest(header.encode(), f"Bearer {person.token}".encode()):
                return person
        abort(401)

    def lead():
        person = current()
        return person if person.is_lead else abort(403)

    @app.post("/volunteers")
    def register():
        form = request.get_json()
        if not isinstance(form, dict) or not all(isinstance(form.get(k), str) for k in Volunteer.ABOUT):
            abort(400)
        record = {key: form[key] for key in Volunteer.ABOUT}
        record.update(id=max((p.id for p in people), default=0) + 1, token=secrets.token_hex(16),
                      role="helper", crew=None, meals=0)
        volunteers.append(record)
        people.append(Volunteer(record))
        return jsonify(id=record["id"], token=record["token"]), 201

    @app.get("/me")
    def me():
        return jsonify(current().public())

    @app.patch("/me")
    def patch_me():
        return current().change(request.get_json(), Volunteer.FIXED + Volunteer.PLANNING)

    @app.get("/volunteers")
    def everybody():
        lead()
        return jsonify([p.public() for p in sorted(people, key=lambda p: p.id)])

    @app.patch("/volunteers/<int:ident>")
    def planning(ident):
        lead()
        person = next((p for p in people if p.id == ident), None) or abort(404)
        return person.change(request.get_json(), Volunteer.FIXED + Volunteer.ABOUT)

    return app
