"""The service behind the tile shop."""
import hashlib
import hmac
import secrets

from flask import Flask, jsonify, request

COOKIE = "visit"


class Visit:
    def __init__(self):
        self.box = []
        self.name = None    # who is logged in
        self.stamp = None   # stands for the password with which


def create_app(accounts):
    app = Flask(__name__)
    passwords = {name: account["password"] for name, account in accounts.items()}
    addresses = {name: account["address"] for name, account in accounts.items()}
    orders = {name: [] for name in accounts}
    visits = {}
    counter = [0]
    key = secrets.token_bytes(32)

    def stamp(name):
        """Changes with the password of the account, so that older visits are over."""
        return hmac.new(key, repr((name, passwords[name])).encode("utf-8", "surrogatepass"), hashlib.sha256).digest()

    def right(name, password):
        if not isinstance(name, str) or not isinstance(password, str) or name not in passwords:
            return False
        return hmac.compare_digest(passwords[name].encode("utf-8", "surrogatepass"),
                                   password.encode("utf-8", "surrogatepass"))

    def current():
        """The visit of this request, or None."""
        number = request.cookies.get(COOKIE)
        visit = visits.get(number)
        if visit is not None and visit.name is not None:
            if not hmac.compare_digest(visit.stamp, stamp(visit.name)):
                del visits[number]
                return None
        return visit

    def body():
        data = request.get_json(silent=True)
        return data if isinstance(data, dict) else {}

    def keep(visit, answer):
        """Keep the visit under a new id; the one of the request is over."""
        visits.pop(request.cookies.get(COOKIE), None)
        number = secrets.token_urlsafe(32)
        visits[number] = visit
        answer.set_cookie(COOKIE, number, httponly=True, samesite="Lax")
        return answer

    def refused(status):
        return jsonify({}), status

    @app.get("/box")
    def see():
        visit = current()
        return jsonify(visit.box if visit else [])

    @app.post("/box")
    def put():
        tile = body().get("tile")
        if not isinstance(tile, str):
            return refused(400)
        visit = current()
        if visit is None:
            visit = Visit()
            visit.box.append(tile)
            return keep(visit, jsonify(visit.box))
        visit.box.append(tile)
        return jsonify(visit.box)

    @app.post("/login")
    def login():
        data = body()
        name = data.get("name")
        if not right(name, data.get("password")):
            return refused(403)
        before = current()
        visit = Visit()
        visit.box = before.box if before else []
        visit.name, visit.stamp = name, stamp(name)
        return keep(visit, jsonify({"name": name}))

    @app.post("/logout")
    def logout():
        return keep(Visit(), jsonify({}))

    @app.get("/me")
    def me():
        visit = current()
        if visit is None or visit.name is None:
            return refused(401)
        return jsonify({"name": visit.name, "address": addresses[visit.name], "orders": orders[visit.name]})

    @app.post("/order")
    def order():
        visit = current()
        if visit is None or visit.name is None:
            return refused(401)
        counter[0] += 1
        made = {"order": counter[0], "tiles": visit.box}
        visit.box = []
        orders[visit.name].append(made)
        return jsonify(made)

    @app.post("/password")
    def password():
        visit = current()
        if visit is None or visit.name is None:
            return refused(401)
        data = body()
        if not right(visit.name, data.get("old")):
            return refused(403)
        if not isinstance(data.get("new"), str):
            return refused(400)
        passwords[visit.name] = data["new"]
        visit.stamp = stamp(visit.name)     # all others are over
        return jsonify({})

    return app
