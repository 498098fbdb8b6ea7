"""Sample boxes: the service behind the tile shop."""
import hmac
import secrets
import threading
from collections import defaultdict
from dataclasses import dataclass, field

from flask import Flask, abort, jsonify, request

COOKIE = "visit"


@dataclass
class Visit:
    id: str
    box: list = field(default_factory=list)
    name: str | None = None


class Visits:
    """All visits by their ids, and for each account the ids of its visits."""

    def __init__(self):
        self._visits = {}
        self._of_account = defaultdict(set)

    @staticmethod
    def _new_id():
        return secrets.token_urlsafe(32)

    def find(self, number):
        return self._visits.get(number)

    def begin(self):
        visit = Visit(self._new_id())
        self._visits[visit.id] = visit
        return visit

    def end(self, visit):
        self._visits.pop(visit.id, None)
        if visit.name is not None:
            self._of_account[visit.name].discard(visit.id)

    def renew(self, visit):
        """The same visit under a new id; the old one leads to nothing."""
        del self._visits[visit.id]
        visit.id = self._new_id()
        self._visits[visit.id] = visit

    def login(self, visit, name):
        self.renew(visit)
        if visit.name != name:
            if visit.name is not None:
                self._of_account[visit.name].discard(visit.id)
            visit.name = name
            self._of_account[name].add(visit.id)

    def end_others(self, visit):
        for number in self._of_account[visit.name] - {visit.id}:
            self._visits.pop(number, None)
        self._of_account[visit.name] = {visit.id}


def create_app(accounts):
    app = Flask(__name__)
    accounts = {name: dict(account, orders=[]) for name, account in accounts.items()}
    visits = Visits()
    lock = threading.RLock()
    numbers = iter(range(1, 2 ** 63))

    def current():
        return visits.find(request.cookies.get(COOKIE, ""))

    def logged_in():
        visit = current()
        if visit is None or visit.name is None:
            abort(401)
        return visit, accounts[visit.name]

    def body(*names):
        data = request.get_json()
        if not isinstance(data, dict) or not all(isinstance(data.get(name), str) for name in names):
            abort(400)
        return [data[name] for name in names]

    def same(one, other):
        return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))

    def answer(value, visit):
        response = jsonify(value)
        response.set_cookie(COOKIE, visit.id, httponly=True, samesite="Lax")
        return response

    @app.get("/box")
    def box():
        visit = current()
        return jsonify(visit.box if visit else [])

    @app.post("/box")
    def put():
        tile, = body("tile")
        with lock:
            visit = current() or visits.begin()
            visit.box.append(tile)
            return answer(visit.box, visit)

    @app.post("/login")
    def login():
        name, password = body("name", "password")
        with lock:
            if name not in accounts or not same(accounts[name]["password"], password):
                abort(403)
            visit = current() or visits.begin()
            visits.login(visit, name)
            return answer({"name": name}, visit)

    @app.post("/logout")
    def logout():
        with lock:
            visit = current()
            if visit is not None:
                visits.end(visit)
            return answer({}, visits.begin())

    @app.get("/me")
    def me():
        visit, account = logged_in()
        return jsonify(name=visit.name, address=account["address"], orders=account["orders"])

    @app.post("/order")
    def order():
        with lock:
            visit, account = logged_in()
            made = {"order": next(numbers), "tiles": visit.box}
            visit.box = []
            account["orders"].append(made)
            return jsonify(made)

    @app.post("/password")
    def password():
        with lock:
            visit, account = logged_in()
            old, new = body("old", "new")
            if not same(account["password"], old):
                abort(403)
            account["password"] = new
            visits.end_others(visit)
            return jsonify({})

    return app
