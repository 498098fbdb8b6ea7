"""The service behind the tile shop."""
import secrets
from hmac import compare_digest
from itertools import count
from threading import Lock

from flask import Flask, abort, jsonify, request

COOKIE = "visit"


class Visits:
    """Visits by their ids, and for each account the ids of its visits."""

    def __init__(self):
        self._visits = {}
        self._of_account = {}

    def get(self, key):
        return self._visits.get(key) if key else None

    def open(self):
        key = secrets.token_urlsafe(24)
        self._visits[key] = {"box": [], "name": None}
        return key

    def close(self, key):
        visit = self._visits.pop(key, None)
        if visit and visit["name"] is not None:
            self._of_account[visit["name"]].discard(key)

    def log_in(self, old, name):
        """The visit goes on under a new id, as the account's."""
        visit = self._visits.pop(old, None) or {"box": [], "name": None}
        key = secrets.token_urlsafe(24)
        self._visits[key] = visit
        if visit["name"] != name:
            if visit["name"] is not None:
                self._of_account[visit["name"]].discard(old)
            visit["name"] = name
            self._of_account.setdefault(name, set()).add(key)
        return key

    def close_others(self, name, mine):
        for key in self._of_account.get(name, set()) - {mine}:
            self.close(key)


def equal(one, other):
    return compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def create_app(accounts):
    app = Flask(__name__)
    people = {
        name: {"password": account["password"], "address": account["address"], "orders": []}
        for name, account in accounts.items()
    }
    visits = Visits()
    numbers = count(1)
    lock = Lock()

    def cookie():
        return request.cookies.get(COOKIE)

    def fields(*names):
        data = request.get_json(silent=True)
        values = [data.get(name) if isinstance(data, dict) else None for name in names]
        return [value if isinstance(value, str) else None for value in values]

    def reply(data, key):
        response = jsonify(data)
        response.set_cookie(COOKIE, key, httponly=True, samesite="Lax")
        return response

    def account_visit():
        visit = visits.get(cookie())
        if visit is None or visit["name"] is None:
            abort(401)
        return visit

    @app.get("/box")
    def get_box():
        visit = visits.get(cookie())
        return jsonify(visit["box"] if visit else [])

    @app.post("/box")
    def post_box():
        (tile,) = fields("tile")
        if tile is None:
            abort(400)
        with lock:
            key = cookie() if visits.get(cookie()) else visits.open()
            box = visits.get(key)["box"]
            box.append(tile)
            return reply(box, key)

    @app.post("/login")
    def login():
        name, password = fields("name", "password")
        if name not in people or password is None or not equal(people[name]["password"], password):
            abort(403)
        with lock:
            return reply({"name": name}, visits.log_in(cookie(), name))

    @app.post("/logout")
    def logout():
        with lock:
            visits.close(cookie())
            return reply({}, visits.open())

    @app.get("/me")
    def me():
        name = account_visit()["name"]
        return jsonify(name=name, address=people[name]["address"], orders=people[name]["orders"])

    @app.post("/order")
    def order():
        with lock:
            visit = account_visit()
            made = {"order": next(numbers), "tiles": visit["box"]}
            visit["box"] = []
            people[visit["name"]]["orders"].append(made)
            return jsonify(made)

    @app.post("/password")
    def password():
        old, new = fields("old", "new")
        with lock:
            name = account_visit()["name"]
            if old is None or not equal(people[name]["password"], old):
                abort(403)
            if new is None:
                abort(400)
            people[name]["password"] = new
            visits.close_others(name, cookie())
            return jsonify({})

    return app
