import secrets

from flask import Flask, abort, g, jsonify, request


def create_app(accounts):
    app = Flask(__name__)
    visits = {}
    orders = []

    def begin(box=(), name=None):
        """A new visit under a new id; the one of this request, if any, is over."""
        visits.pop(request.cookies.get("visit"), None)
        g.new_id = secrets.token_urlsafe(24)
        visits[g.new_id] = {"box": list(box), "name": name}
        return visits[g.new_id]

    def current():
        return visits.get(request.cookies.get("visit"))

    def account():
        visit = current()
        if visit is None or visit["name"] is None:
            abort(401)
        return visit["name"]

    @app.after_request
    def send_new_id(response):
        if "new_id" in g:
            response.set_cookie("visit", g.new_id, httponly=True, samesite="Lax")
        return response

    @app.get("/box")
    def show_box():
        visit = current()
        return jsonify(visit["box"] if visit else [])

    @app.post("/box")
    def put_tile():
        visit = current() or begin()
        visit["box"].append(request.get_json()["tile"])
        return jsonify(visit["box"])

    @app.post("/login")
    def log_in():
        sent = request.get_json()
        # Somebody is compared with in any case, so that the time tells nothing.
        known = accounts.get(sent["name"], {"password": ""})
        if known["password"] != sent["password"]:
            abort(403)
        visit = current()
        begin(visit["box"] if visit else (), sent["name"])
        return jsonify(name=sent["name"])

    @app.post("/logout")
    def log_out():
        begin()
        return jsonify({})

    @app.get("/me")
    def show_me():
        name = account()
        own = [order for owner, order in orders if owner == name]
        return jsonify(name=name, address=accounts[name]["address"], orders=own)

    @app.post("/order")
    def order():
        name, visit = account(), current()
        orders.append((name, {"order": len(orders) + 1, "tiles": visit["box"]}))
        visit["box"] = []
        return jsonify(orders[-1][1])

    @app.post("/password")
    def change_password():
        name, sent = account(), request.get_json()
        if accounts[name]["password"] != sent["old"]:
            abort(403)
        accounts[name]["password"] = sent["new"]
        for number in [number for number, visit in visits.items() if visit["name"] == name]:
            if number != request.cookies.get("visit"):
                del visits[number]
        return jsonify({})

    return app
