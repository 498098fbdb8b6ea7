import itertools
import secrets

from flask import Flask, g, request


class Visits:
    """What the server keeps of the visits. As with Flask's own sessions, the visit
    is opened at the beginning of a request and saved at its end."""

    def __init__(self):
        self._kept = {}

    def open(self):
        g.id = request.cookies.get("visit")
        g.visit = self._kept.get(g.id)
        if g.visit is None:                 # never made here, or over
            g.id, g.visit = None, {"box": [], "name": None}
        g.cookie = False

    def renew(self):
        self._kept.pop(g.id, None)
        g.id, g.cookie = secrets.token_urlsafe(24), True

    def save(self, response):
        if g.id is not None:
            self._kept[g.id] = g.visit
        if g.cookie:
            response.set_cookie("visit", g.id, httponly=True, samesite="Lax")
        return response

    def end_others(self, name):
        for id, visit in list(self._kept.items()):
            if visit["name"] == name and id != g.id:
                del self._kept[id]


def create_app(accounts):
    app = Flask(__name__)
    visits = Visits()
    passwords = {name: account["password"] for name, account in accounts.items()}
    orders = {name: [] for name in accounts}
    numbers = itertools.count(1)

    app.before_request(visits.open)
    app.after_request(visits.save)

    def body():
        data = request.get_json(silent=True)
        return data if isinstance(data, dict) else {}

    def is_password(name, password):
        return (isinstance(name, str) and isinstance(password, str) and name in passwords
                and secrets.compare_digest(passwords[name].encode(), password.encode()))

    @app.before_request
    def members_only():
        if request.path in {"/me", "/order", "/password"} and g.visit["name"] is None:
            return {}, 401

    @app.get("/box")
    def show():
        return g.visit["box"]

    @app.post("/box")
    def put():
        tile = body().get("tile")
        if not isinstance(tile, str):
            return {}, 400
        if g.id is None:
            visits.renew()
        g.visit["box"].append(tile)
        return g.visit["box"]

    @app.post("/login")
    def login():
        data = body()
        if not is_password(data.get("name"), data.get("password")):
            return {}, 403
        visits.renew()                      # whoever knew the old id knows nothing now
        g.visit["name"] = data["name"]
        return {"name": data["name"]}

    @app.post("/logout")
    def logout():
        visits.renew()
        g.visit = {"box": [], "name": None}
        return {}

    @app.get("/me")
    def me():
        name = g.visit["name"]
        return {"name": name, "address": accounts[name]["address"], "orders": orders[name]}

    @app.post("/order")
    def order():
        done = {"order": next(numbers), "tiles": list(g.visit["box"])}
        g.visit["box"].clear()
        orders[g.visit["name"]].append(done)
        return done

    @app.post("/password")
    def password():
        data, name = body(), g.visit["name"]
        if not is_password(name, data.get("old")):
            return {}, 403
        if not isinstance(data.get("new"), str):
            return {}, 400
        passwords[name] = data["new"]
        visits.end_others(name)
        return {}

    return app
