"""Sample boxes: the service behind the tile shop."""
import hmac
import itertools
import secrets
from functools import wraps

from flask import Flask, abort, g, jsonify, request


class Store:
    """The visits, by id. What a request has made of its visit is kept when it
    has been answered, under the id that the visit has by then."""

    def __init__(self):
        self._visits = {}

    def open(self, number):
        return self._visits.get(number) if number else None

    def save(self, number, visit):
        self._visits[number] = visit

    def drop(self, number):
        self._visits.pop(number, None)

    def drop_account(self, name, but):
        for number, visit in list(self._visits.items()):
            if visit["name"] == name and number != but:
                del self._visits[number]


def new_id():
    return secrets.token_hex(24)


def create_app(accounts):
    app = Flask(__name__)
    store = Store()
    people = {name: {**account, "orders": []} for name, account in accounts.items()}
    count = itertools.count(1)

    @app.before_request
    def open_visit():
        number = request.cookies.get("visit")
        g.visit = store.open(number)
        # Only an id that leads to a visit here is ever used again.
        g.number = number if g.visit is not None else None

    @app.after_request
    def save_visit(answer):
        if g.visit is not None:
            store.save(g.number, g.visit)
            if request.cookies.get("visit") != g.number:
                answer.set_cookie("visit", g.number, httponly=True, samesite="Lax")
        return answer

    def begin():
        g.visit, g.number = {"box": [], "name": None}, new_id()

    def renew():
        if g.visit is None:
            begin()
        else:
            store.drop(g.number)
            g.number = new_id()

    def fields(*names):
        data = request.get_json()
        values = [data.get(name) for name in names] if isinstance(data, dict) else [None]
        if not all(isinstance(value, str) for value in values):
            abort(400)
        return values

    def right(name, password):
        known = people.get(name)
        return known is not None and hmac.compare_digest(
            known["password"].encode("utf-8", "replace"), password.encode("utf-8", "replace"))

    def members_only(view):
        @wraps(view)
        def guarded():
            if g.visit is None or g.visit["name"] is None:
                abort(401)
            return view(g.visit["name"])
        return guarded

    @app.get("/box")
    def box():
        return jsonify(g.visit["box"] if g.visit else [])

    @app.post("/box")
    def put():
        tile, = fields("tile")
        if g.visit is None:
            begin()
        g.visit["box"].append(tile)
        return jsonify(g.visit["box"])

    @app.post("/login")
    def login():
        name, password = fields("name", "password")
        if not right(name, password):
            abort(403)
        renew()
        g.visit["name"] = name
        return jsonify(name=name)

    @app.post("/logout")
    def logout():
        if g.visit is not None:
            store.drop(g.number)
        begin()
        return jsonify({})

    @app.get("/me")
    @members_only
    def me(name):
        return jsonify(name=name, address=people[name]["address"], orders=people[name]["orders"])

    @app.post("/order")
    @members_only
    def order(name):
        made = {"order": next(count), "tiles": g.visit["box"]}
        g.visit["box"] = []
        people[name]["orders"].append(made)
        return jsonify(made)

    @app.post("/password")
    @members_only
    def password(name):
        old, new = fields("old", "new")
        if not right(name, old):
            abort(403)
        people[name]["password"] = new
        store.drop_account(name, but=g.number)
        return jsonify({})

    return app
