import uuid

from flask import Flask, abort, jsonify, request


def create_app(accounts):
    app = Flask(__name__)
    visits = {}
    orders = []

    def visit():
        number = request.cookies.get("visit") or getattr(request, "new_visit", None) or uuid.uuid4().hex
        request.new_visit = number
        return visits.setdefault(number, {"box": [], "name": None})

    def account():
        name = visit()["name"]
        if name is None:
            abort(401)
        return name

    @app.after_request
    def remember(response):
        if getattr(request, "new_visit", None):
            response.set_cookie("visit", request.new_visit, httponly=True)
        return response

    @app.get("/box")
    def show_box():
        return jsonify(visit()["box"])

    @app.post("/box")
    def put_tile():
        visit()["box"].append(request.get_json()["tile"])
        return jsonify(visit()["box"])

    @app.post("/login")
    def log_in():
        sent = request.get_json()
        if sent["name"] not in accounts or accounts[sent["name"]]["password"] != sent["password"]:
            abort(403)
        visit()["name"] = sent["name"]
        return jsonify(name=sent["name"])

    @app.post("/logout")
    def log_out():
        visit().update(box=[], name=None)
        return jsonify({})

    @app.get("/me")
    def show_me():
        name = account()
        own = [one for one, owner in orders if owner == name]
        return jsonify(name=name, address=accounts[name]["address"], orders=own)

    @app.post("/order")
    def order():
        orders.append(({"order": len(orders) + 1, "tiles": visit()["box"]}, account()))
        visit()["box"] = []
        return jsonify(orders[-1][0])

    @app.post("/password")
    def change_password():
        name, sent = account(), request.get_json()
        if accounts[name]["password"] != sent["old"]:
            abort(403)
        accounts[name]["password"] = sent["new"]
        for other in visits.values():
            if other["name"] == name and other is not visit():
                other.update(box=[], name=None)
        return jsonify({})

    return app
