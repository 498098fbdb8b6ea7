import secrets

from flask import Flask, abort, request
from flask.views import MethodView


class Register:
    def __init__(self, volunteers):
        self.volunteers = volunteers

    def by_token(self):
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        if kind == "Bearer" and token:
            for one in self.volunteers:
                if secrets.compare_digest(one["token"].encode(), token.encode()):
                    return one
        abort(401)

    def lead(self):
        one = self.by_token()
        if one["role"] != "lead":
            abort(403)
        return one

    def by_id(self, number):
        return next((one for one in self.volunteers if one["id"] == number), None) or abort(404)


def shown(one):
    return {key: one[key] for key in ("id", "name", "phone", "shirt", "role", "crew", "meals")}


class View(MethodView):
    init_every_request = False

    def __init__(self, register):
        self.register = register


class Me(View):
    def get(self):
        return shown(self.register.by_token())

    def patch(self):
        one, body = self.register.by_token(), request.get_json()
        one["name"] = body.get("name", one["name"])
        one["phone"] = body.get("phone", one["phone"])
        one["shirt"] = body.get("shirt", one["shirt"])
        return shown(one)


class Volunteers(View):
    def get(self):
        self.register.lead()
        return [shown(one) for one in sorted(self.register.volunteers, key=lambda one: one["id"])]

    def post(self):
        body = request.get_json()
        known = [one["id"] for one in self.register.volunteers]
        one = dict(id=max(known, default=0) + 1, token=secrets.token_urlsafe(), role="helper", crew=None, meals=0)
        one.update(name=body["name"], phone=body["phone"], shirt=body["shirt"])
        self.register.volunteers.append(one)
        return {"id": one["id"], "token": one["token"]}, 201


class Planning(View):
    def patch(self, number):
        self.register.lead()
        one, body = self.register.by_id(number), request.get_json()
        for key in ("role", "crew", "meals"):
            if key in body:
                one[key] = body[key]
        return shown(one)


def create_app(volunteers):
    app = Flask(__name__)
    register = Register(volunteers)
    app.add_url_rule("/me", view_func=Me.as_view("me", register))
    app.add_url_rule("/volunteers", view_func=Volunteers.as_view("volunteers", register))
    app.add_url_rule("/volunteers/<int:number>", view_func=Planning.as_view("planning", register))
    return app
