"""Sample boxes of the tile shop."""
import secrets
from itertools import count

from flask import Flask, abort, jsonify, make_response, request
from werkzeug.security import check_password_hash, generate_password_hash

METHOD = "pbkdf2:sha256:20000"


def create_app(accounts):
    app = Flask(__name__)
    addresses = {name: account["address"] for name, account in accounts.items()}
    hashes = {name: generate_password_hash(account["password"], METHOD) for name, account in accounts.items()}
    # compared with for names without an account, so that the time does not tell which there are
    nobody = generate_password_hash("", METHOD)
    orders, numbers = {}, count(1)
    visits = {}                     # id -> {"box": [...], "name": None or the name}

    def current():
        """Id and visit of this request, from the cookie alone; an id that is not ours counts as none."""
        key = request.cookies.get("visit", "")
        return (key, visits[key]) if key in visits else (None, None)

    def start(answer, visit, old=None):
        if old is not None:
            del visits[old]
        key = secrets.token_hex(32)
        visits[key] = visit
        response = make_response(answer)
        response.set_cookie("visit", key, httponly=True, samesite="Lax")
        return response

    def sent(*fields):
        data = request.get_json(silent=True)
        values = [data.get(field) if isinstance(data, dict) else None for field in fields]
        if not all(isinstance(value, str) for value in values):
            abort(400)
        return values

    def member():
        key, visit = current()
        if visit is None or visit["name"] is None:
            abort(401)
        return key, visit

    def fits(name, password):
        return check_password_hash(hashes.get(name, nobody), password)

    @app.get("/box")
    def show():
        _, visit = current()
        return jsonify(visit["box"] if visit else [])

    @app.post("/box")
    def add():
        (tile,) = sent("tile")
        _, visit = current()
        if visit is None:
            return start(jsonify([tile]), {"box": [tile], "name": None})
        visit["box"].append(tile)
        return jsonify(visit["box"])

    @app.post("/login")
    def login():
        name, password = sent("name", "password")
        if not fits(name, password):
            abort(403)
        old, visit = current()
        box = visit["box"] if visit else []
        return start(jsonify(name=name), {"box": box, "name": name}, old)

    @app.post("/logout")
    def logout():
        old, _ = current()
        return start(jsonify({}), {"box": [], "name": None}, old)

    @app.get("/me")
    def me():
        name = member()[1]["name"]
        return jsonify(name=name, address=addresses.get(name), orders=orders.get(name, []))

    @app.post("/order")
    def order():
        _, visit = member()
        made = {"order": next(numbers), "tiles": visit["box"]}
        visit["box"] = []
        orders.setdefault(visit["name"], []).append(made)
        return jsonify(made)

    @app.post("/password")
    def password():
        key, visit = member()
        old, new = sent("old", "new")
        if not fits(visit["name"], old):
            abort(403)
        hashes[visit["name"]] = generate_password_hash(new, METHOD)
        for other in [k for k, v in visits.items() if v["name"] == visit["name"] and k != key]:
            del visits[other]
        return jsonify({})

    return app
