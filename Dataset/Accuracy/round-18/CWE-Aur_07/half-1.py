"""Sample boxes of the tile shop."""
import hmac
import random
import secrets
import threading

from flask import Flask, jsonify, request

# One generator for all ids, seeded with 256 bits from the operating system.
_ids = random.Random(secrets.randbits(256))


def new_id():
    return f"{_ids.getrandbits(128):032x}"


class Visit:
    def __init__(self):
        self.box = []
        self.name = None


def same(one, other):
    return isinstance(other, str) and hmac.compare_digest(
        one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass")
    )


def create_app(accounts):
    app = Flask(__name__)
    accounts = {name: dict(account, orders=[]) for name, account in accounts.items()}
    visits = {}
    lock = threading.RLock()
    last_order = 0

    def current():
        return visits.get(request.cookies.get("visit"))

    def start(visit):
        """Keeps the visit under a new id; what was there under the cookie's id is over."""
        visits.pop(request.cookies.get("visit"), None)
        key = new_id()
        visits[key] = visit
        return key

    def answer(data, key=None):
        response = jsonify(data)
        if key is not None:
            response.set_cookie("visit", key, httponly=True, samesite="Lax")
        return response

    def body():
        data = request.get_json(silent=True)
        return data if isinstance(data, dict) else {}

    @app.before_request
    def acquire():
        lock.acquire()

    @app.teardown_request
    def release(_error):
        lock.release()

    @app.get("/box")
    def show_box():
        visit = current()
        return answer(visit.box if visit else [])

    @app.post("/box")
    def add_tile():
        tile = body().get("tile")
        if not isinstance(tile, str):
            return answer({}), 400
        visit, key = current(), None
        if visit is None:
            visit = Visit()
            key = start(visit)
        visit.box.append(tile)
        return answer(visit.box, key)

    @app.post("/login")
    def login():
        data = body()
        name = data.get("name")
        account = accounts.get(name) if isinstance(name, str) else None
        if account is None or not same(account["password"], data.get("password")):
            return answer({}), 403
        visit = current() or Visit()
        visit.name = name
        return answer({"name": name}, start(visit))

    @app.post("/logout")
    def logout():
        return answer({}, start(Visit()))

    def logged_in():
        visit = current()
        return visit if visit and visit.name is not None else None

    @app.get("/me")
    def me():
        visit = logged_in()
        if not visit:
            return answer({}), 401
        account = accounts[visit.name]
        return answer({"name": visit.name, "address": account["address"], "orders": account["orders"]})

    @app.post("/order")
    def order():
        nonlocal last_order
        visit = logged_in()
        if not visit:
            return answer({}), 401
        last_order += 1
        made = {"order": last_order, "tiles": visit.box}
        visit.box = []
        accounts[visit.name]["orders"].append(made)
        return answer(made)

    @app.post("/password")
    def password():
        visit = logged_in()
        if not visit:
            return answer({}), 401
        data = body()
        account = accounts[visit.name]
        if not same(account["password"], data.get("old")):
            return answer({}), 403
        if not isinstance(data.get("new"), str):
            return answer({}), 400
        account["password"] = data["new"]
        for key in [k for k, v in visits.items() if v.name == visit.name and v is not visit]:
            del visits[key]
        return answer({})

    return app
