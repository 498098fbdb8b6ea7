import hmac
import secrets

from flask import Flask, g, jsonify, request


def create_app(accounts):
    app = Flask(__name__)
    people = {name: {"password": account["password"], "address": account["address"], "orders": []}
              for name, account in accounts.items()}
    visits = {}         # id -> {"name": ..., "box": [...]}
    counter = [0]

    def same(a, b):
        return hmac.compare_digest(a.encode("utf-8", "surrogatepass"), b.encode("utf-8", "surrogatepass"))

    @app.before_request
    def open_visit():
        id_ = request.cookies.get("visit", "")
        g.visit = visits.get(id_)
        # an id that the server has not made, or that is over, is forgotten
        g.id = id_ if g.visit is not None else None

    @app.after_request
    def save_visit(answer):
        if g.get("visit") is not None:
            if g.id is None:
                g.id = secrets.token_urlsafe(24)
                answer.set_cookie("visit", g.id, httponly=True, samesite="Lax")
            visits[g.id] = g.visit
        return answer

    def start_visit():
        if g.visit is None:
            g.visit = {"name": None, "box": []}

    def renew_id():
        """The old id leads to nothing any more; the answer brings a new one."""
        if g.id is not None:
            visits.pop(g.id, None)
        g.id = None

    def account():
        return people.get(g.visit["name"]) if g.visit and g.visit["name"] is not None else None

    def body(*fields):
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            data = {}
        return [data[f] if isinstance(data.get(f), str) else None for f in fields]

    @app.get("/box")
    def box():
        return jsonify(g.visit["box"] if g.visit else [])

    @app.post("/box")
    def put():
        tile, = body("tile")
        if tile is None:
            return jsonify(error="tile"), 400
        start_visit()
        g.visit["box"].append(tile)
        return jsonify(g.visit["box"])

    @app.post("/login")
    def login():
        name, password = body("name", "password")
        person = people.get(name) if name is not None else None
        if person is None or password is None or not same(person["password"], password):
            return jsonify(error="name or password"), 403
        start_visit()
        renew_id()
        g.visit["name"] = name
        return jsonify(name=name)

    @app.post("/logout")
    def logout():
        renew_id()
        g.visit = None
        start_visit()
        return jsonify({})

    @app.get("/me")
    def me():
        person = account()
        if person is None:
            return jsonify(error="login"), 401
        return jsonify(name=g.visit["name"], address=person["address"], orders=person["orders"])

    @app.post("/order")
    def order():
        person = account()
        if person is None:
            return jsonify(error="login"), 401
        counter[0] += 1
        made = {"order": counter[0], "tiles": g.visit["box"]}
        g.visit["box"] = []
        person["orders"].append(made)
        return jsonify(made)

    @app.post("/password")
    def password():
        person = account()
        if person is None:
            return jsonify(error="login"), 401
        old, new = body("old", "new")
        if old is None or not same(person["password"], old):
            return jsonify(error="password"), 403
        if new is None:
            return jsonify(error="new"), 400
        person["password"] = new
        for id_, visit in list(visits.items()):
            if visit["name"] == g.visit["name"] and id_ != g.id:
                del visits[id_]
        return jsonify({})

    return app
