from secrets import token_bytes

from flask import Flask, Response, abort, json, request


def create_app(accounts):
    app = Flask(__name__)
    # Id → what belongs to the visit; a list, because the order of the orders counts.
    visits, orders = {}, []

    def respond(body, visit=None):
        """Each answer brings a new id."""
        visits.pop(request.cookies.get("visit", ""), None)
        response = Response(json.dumps(body), content_type="application/json")
        if visit is not None:
            fresh = token_bytes(16).hex()
            visits[fresh] = visit
            response.set_cookie("visit", fresh, httponly=True)
        return response

    def visit_of_request():
        return visits.get(request.cookies.get("visit", ""), {"tiles": (), "name": ""})

    def member():
        visit = visit_of_request()
        if not visit["name"]:
            abort(401)
        return visit

    @app.get("/box")
    def show():
        return respond(visit_of_request()["tiles"], visit_of_request())

    @app.post("/box")
    def put():
        visit = visit_of_request()
        tiles = (*visit["tiles"], request.json["tile"])
        return respond(tiles, {**visit, "tiles": tiles})

    @app.post("/login")
    def login():
        name, password = request.json["name"], request.json["password"]
        if not name or password != accounts.get(name, {"password": None})["password"] or password is None:
            abort(403)
        return respond({"name": name}, {"tiles": visit_of_request()["tiles"], "name": name})

    @app.post("/logout")
    def logout():
        return respond({}, {"tiles": (), "name": ""})

    @app.get("/me")
    def me():
        name = member()["name"]
        own = [order for owner, order in orders if owner == name]
        return respond({"name": name, "address": accounts[name]["address"], "orders": own}, member())

    @app.post("/order")
    def order():
        visit = member()
        orders.append((visit["name"], {"order": len(orders) + 1, "tiles": visit["tiles"]}))
        return respond(orders[-1][1], {**visit, "tiles": ()})

    @app.post("/password")
    def password():
        visit = member()
        if request.json["old"] != accounts[visit["name"]]["password"]:
            abort(403)
        accounts[visit["name"]]["password"] = request.json["new"]
        for number in [number for number, other in visits.items() if other["name"] == visit["name"]]:
            if visits[number] is not visit:
                del visits[number]
        return respond({}, visit)

    return app
