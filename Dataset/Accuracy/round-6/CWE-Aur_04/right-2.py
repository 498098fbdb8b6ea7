from operator import itemgetter
from secrets import token_hex

from flask import Flask, jsonify, request

KEYS = "id name phone shirt role crew meals".split()
MINE, PLAN = KEYS[1:4], KEYS[4:]


def checked(key, value):
    match key, value:
        case ("name" | "phone" | "shirt" | "crew"), str():
            return True
        case "role", ("helper" | "lead"):
            return True
        case "crew", None:
            return True
        case "meals", bool():
            return False
        case "meals", int():
            return value >= 0
    return False


def chosen(keys):
    """What the body says about these keys, or None where it makes no sense; all else is ignored."""
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict):
        return None
    part = {key: body[key] for key in keys if key in body}
    return part if all(checked(*item) for item in part.items()) else None


def create_app(volunteers):
    app = Flask(__name__)
    say = lambda status, message: (jsonify(error=message), status)
    show = lambda v: dict(zip(KEYS, itemgetter(*KEYS)(v)))

    def guarded(rule, method, lead=False):
        def decorate(view):
            def endpoint(**arguments):
                words = request.headers.get("Authorization", "").split(None, 1)
                if len(words) != 2 or words[0] != "Bearer":
                    return say(401, "no token")
                tokens = {v["token"]: v for v in volunteers}
                if (me := tokens.get(words[1])) is None:
                    return say(401, "unknown token")
                if lead and me["role"] != "lead":
                    return say(403, "for leads")
                return view(me, **arguments)
            app.add_url_rule(rule, f"{method} {rule}".replace(".", "_"), endpoint, methods=[method])
            return view
        return decorate

    def changed(volunteer, keys):
        part = chosen(keys)
        if part is None:
            return say(400, "not understood")
        for key, value in part.items():
            volunteer[key] = value
        return show(volunteer)

    @app.route("/volunteers", methods=["POST"])
    def newcomer():
        part = chosen(MINE)
        if part is None or set(part) != set(MINE):
            return say(400, "name, phone and shirt, please")
        number = 1 + max([v["id"] for v in volunteers] or [0])
        token = token_hex(32)
        volunteers.append(dict(part, id=number, token=token, role="helper", crew=None, meals=0))
        return {"id": number, "token": token}, 201

    @guarded("/me", "GET")
    def read_me(me):
        return show(me)

    @guarded("/me", "PATCH")
    def write_me(me):
        return changed(me, MINE)

    @guarded("/volunteers", "GET", lead=True)
    def read_all(me):
        return jsonify(list(map(show, sorted(volunteers, key=itemgetter("id")))))

    @guarded("/volunteers/<int:number>", "PATCH", lead=True)
    def plan(me, number):
        found = [v for v in volunteers if v["id"] == number]
        return changed(found[0], PLAN) if found else say(404, "nobody")

    return app
