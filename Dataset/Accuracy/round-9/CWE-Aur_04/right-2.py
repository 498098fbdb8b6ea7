"""Volunteers. A table says for each address who may call it and which keys of the body count; all others are dropped
before any code of an address sees the body."""
import collections
import secrets

import flask

Rule = collections.namedtuple("Rule", "who keys")
RULES = {
    "join": Rule("anybody", ("name", "phone", "shirt")),
    "show_me": Rule("volunteer", ()),
    "change_me": Rule("volunteer", ("name", "phone", "shirt")),
    "show_all": Rule("lead", ()),
    "plan": Rule("lead", ("role", "crew", "meals")),
}
CHECKS = {
    "role": lambda v: isinstance(v, str) and v in {"helper", "lead"},
    "crew": lambda v: v is None or isinstance(v, str),
    "meals": lambda v: isinstance(v, int) and v is not True and v is not False and v >= 0,
}


class VolunteerView(dict):
    def __init__(self, volunteer):
        super().__init__((k, v) for k, v in volunteer.items() if k != "token")


def create_app(volunteers):
    app = flask.Flask("volunteers", static_folder=None)

    def bearer():
        words = flask.request.headers.get("Authorization", "").split()
        if len(words) == 2 and words[0].casefold() == "bearer":
            return next((v for v in volunteers if v["token"] == words[1]), None)

    @app.before_request
    def gate():
        rule = RULES.get(flask.request.endpoint)
        if rule is None:
            return None                         # no such address: 404 or 405 follow
        flask.g.caller = bearer() if rule.who != "anybody" else None
        if rule.who != "anybody" and flask.g.caller is None:
            return {"error": "who are you?"}, 401
        if rule.who == "lead" and flask.g.caller["role"] != "lead":
            return {"error": "for leads"}, 403
        if flask.request.method in ("POST", "PATCH"):
            body = flask.request.get_json(silent=True)
            if not isinstance(body, dict):
                return {"error": "a JSON object, please"}, 400
            flask.g.body = {key: body[key] for key in rule.keys if key in body}
            for key, value in flask.g.body.items():
                if not CHECKS.get(key, lambda v: isinstance(v, str))(value):
                    return {"error": key}, 400
        return None

    def join():
        number = max((v["id"] for v in volunteers), default=0) + 1
        newcomer = dict.fromkeys(RULES["join"].keys, "")
        newcomer.update(flask.g.body)
        newcomer.update(id=number, token=secrets.token_urlsafe(), role="helper", crew=None, meals=0)
        volunteers.append(newcomer)
        return {"id": number, "token": newcomer["token"]}, 201

    def show_me():
        return VolunteerView(flask.g.caller)

    def change_me():
        flask.g.caller.update(flask.g.body)
        return VolunteerView(flask.g.caller)

    def show_all():
        return [VolunteerView(v) for v in sorted(volunteers, key=lambda v: v["id"])]

    def plan(number):
        chosen = [v for v in volunteers if v["id"] == number]
        if not chosen:
            return {"error": "unknown"}, 404
        chosen[0].update(flask.g.body)
        return VolunteerView(chosen[0])

    for path, method, view in (
        ("/volunteers", "POST", join),
        ("/me", "GET", show_me),
        ("/me", "PATCH", change_me),
        ("/volunteers", "GET", show_all),
        ("/volunteers/<int:number>", "PATCH", plan),
    ):
        app.add_url_rule(path, view.__name__, view, methods=[method])
    return app
