"""Sample boxes of the tile shop."""
import hmac
import secrets
import threading

from flask import Flask, g, jsonify, request


class Visit:
    def __init__(self):
        self.box = []
        self.name = None


def create_app(accounts):
    app = Flask(__name__)
    passwords = {name: account["password"] for name, account in accounts.items()}
    orders = {name: [] for name in accounts}
    visits = {}                                  # id -> visit
    devices = {name: set() for name in accounts}  # the ids of the visits of an account
    lock = threading.RLock()
    numbers = iter(range(1, 1 << 62))

    @app.before_request
    def find():
        lock.acquire()
        g.locked = True
        g.id = request.cookies.get("visit")
        g.visit = visits.get(g.id)
        g.new_id = None

    @app.teardown_request
    def release(_):
        if g.pop("locked", False):
            lock.release()

    @app.after_request
    def cookie(response):
        if g.get("new_id"):
            response.set_cookie("visit", g.new_id, httponly=True, samesite="Lax")
        return response

    def keep(visit):
        """A new id for a visit; the id that it had leads to nothing any more."""
        visits.pop(g.id, None)
        g.id = g.new_id = secrets.token_urlsafe(32)
        g.visit = visits[g.id] = visit

    def belong(visit, name):
        """Says whose visit it is from now on."""
        if visit.name == name:
            return
        if visit.name is not None:
            devices[visit.name].discard(g.id)
        visit.name = name
        if name is not None:
            devices[name].add(g.id)

    def body():
        found = request.get_json(silent=True)
        return found if isinstance(found, dict) else {}

    def right(name, password):
        return (isinstance(name, str) and name in passwords and isinstance(password, str)
                and hmac.compare_digest(password.encode("utf-8", "surrogatepass"),
                                        passwords[name].encode("utf-8", "surrogatepass")))

    @app.get("/box")
    def box():
        return jsonify(g.visit.box if g.visit else [])

    @app.post("/box")
    def put():
        tile = body().get("tile")
        if not isinstance(tile, str):
            return jsonify(error="tile"), 400
        if g.visit is None:
            keep(Visit())
        g.visit.box.append(tile)
        return jsonify(g.visit.box)

    @app.post("/login")
    def login():
        sent = body()
        name = sent.get("name")
        if not right(name, sent.get("password")):
            return jsonify(error="name or password"), 403
        keep(g.visit or Visit())
        belong(g.visit, name)
        return jsonify(name=name)

    @app.post("/logout")
    def logout():
        if g.visit:
            belong(g.visit, None)
        keep(Visit())
        return jsonify({})

    def me_or_none():
        return g.visit.name if g.visit else None

    @app.get("/me")
    def me():
        name = me_or_none()
        if name is None:
            return jsonify(error="log in"), 401
        return jsonify(name=name, address=accounts[name]["address"], orders=orders[name])

    @app.post("/order")
    def order():
        name = me_or_none()
        if name is None:
            return jsonify(error="log in"), 401
        made = {"order": next(numbers), "tiles": g.visit.box}
        g.visit.box = []
        orders[name].append(made)
        return jsonify(made)

    @app.post("/password")
    def password():
        name = me_or_none()
        if name is None:
            return jsonify(error="log in"), 401
        sent = body()
        if not right(name, sent.get("old")):
            return jsonify(error="old"), 403
        if not isinstance(sent.get("new"), str) or not sent["new"]:
            return jsonify(error="new"), 400
        passwords[name] = sent["new"]
        for other in devices[name] - {g.id}:
            visits.pop(other, None)
        devices[name] = {g.id}
        return jsonify({})

    return app
