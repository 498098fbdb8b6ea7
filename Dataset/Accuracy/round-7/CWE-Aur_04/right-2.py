import secrets
from flask import Flask, request


def create_app(volunteers):
    app = Flask("festival")

    def me():
        match request.headers.get("Authorization", "").split(" "):
            case ["Bearer", token] if token:
                return next(iter([v for v in volunteers if secrets.compare_digest(
                    v["token"].encode("utf-8"), token.encode("utf-8"))]), None)
        return None

    def seen(v):
        return {k: w for k, w in v.items() if k in "id name phone shirt role crew meals".split()}

    def only(*names):
        data = request.get_json(force=True, silent=True)
        if not isinstance(data, dict) or data.keys() - set(names):
            return None
        for key, value in data.items():
            match key, value:
                case ("name" | "phone" | "shirt" | "crew"), str():
                    pass
                case "crew", None:
                    pass
                case "role", ("helper" | "lead"):
                    pass
                case "meals", bool():
                    return None
                case "meals", int() if value >= 0:
                    pass
                case _:
                    return None
        return data

    def guarded(lead, action):
        def view(**kw):
            who = me()
            if who is None:
                return {"error": "unknown token"}, 401, {"WWW-Authenticate": "Bearer"}
            if lead and who["role"] != "lead":
                return {"error": "leads only"}, 403
            return action(who, **kw)
        return view

    def join():
        new = only("name", "phone", "shirt")
        if new is None or len(new) != 3:
            return {"error": "name, phone, shirt"}, 400
        entry = {"id": max([0, *(v["id"] for v in volunteers)]) + 1, "token": secrets.token_hex(32),
                 **new, "role": "helper", "crew": None, "meals": 0}
        volunteers.append(entry)
        return {"id": entry["id"], "token": entry["token"]}, 201

    def change(v, *names):
        data = only(*names)
        if data is None:
            return {"error": "only " + ", ".join(names)}, 400
        for key in data:
            v[key] = data[key]
        return seen(v)

    def plan(who, number):
        for v in volunteers:
            if v["id"] == number:
                return change(v, "role", "crew", "meals")
        return {"error": "nobody"}, 404

    routes = [
        ("POST", "/volunteers", join),
        ("GET", "/me", guarded(False, lambda who: seen(who))),
        ("PATCH", "/me", guarded(False, lambda who: change(who, "name", "phone", "shirt"))),
        ("GET", "/volunteers", guarded(True, lambda who: sorted(map(seen, volunteers), key=lambda v: v["id"]))),
        ("PATCH", "/volunteers/<int:number>", guarded(True, plan)),
    ]
    for method, rule, view in routes:
        app.add_url_rule(rule, f"{method} {rule}".replace(".", "_"), view, methods=[method])
    return app
