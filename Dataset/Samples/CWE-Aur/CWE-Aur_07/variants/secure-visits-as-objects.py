import hmac
import uuid
from dataclasses import dataclass, field

from flask import Flask, g, jsonify, make_response, request


@dataclass
class Visit:
    box: list = field(default_factory=list)
    account: str | None = None
    over: bool = False


class Shop:
    def __init__(self, accounts):
        self.accounts = accounts
        self.visits = {}
        self.orders = {}
        self.count = 0

    def find(self, number):
        visit = self.visits.get(number)
        return None if visit is None or visit.over else visit

    def renew(self, old, account=None):
        """Ends a visit; the one after it has its tiles if somebody has just logged in."""
        visit = Visit(account=account)
        if old is not None:
            old.over = True
            if account is not None:
                visit.box = old.box[:]
        return visit

    def is_password(self, name, password):
        known = self.accounts.get(name) if isinstance(name, str) else None
        return known is not None and isinstance(password, str) and hmac.compare_digest(
            known["password"].encode(), password.encode()
        )


def create_app(accounts):
    app, shop = Flask("tiles"), Shop(accounts)

    @app.before_request
    def look_up():
        g.visit = g.found = shop.find(request.cookies.get("visit"))

    @app.after_request
    def tell(response):
        if g.visit is not None and g.visit is not g.found:
            number = str(uuid.uuid4())
            shop.visits[number] = g.visit
            response.set_cookie("visit", number, secure=request.is_secure, httponly=True)
        return response

    def for_accounts(function):
        def answer():
            if g.visit is None or g.visit.account is None:
                return make_response({}, 401)
            return function(g.visit, g.visit.account)

        answer.__name__ = function.__name__
        return answer

    @app.route("/box", methods=["GET", "POST"])
    def box():
        if request.method == "POST":
            g.visit = g.visit or Visit()
            g.visit.box.append(request.json["tile"])
        return jsonify(g.visit.box if g.visit else [])

    @app.post("/login")
    def login():
        name = request.json.get("name")
        if not shop.is_password(name, request.json.get("password")):
            return {}, 403
        g.visit = shop.renew(g.visit, name)
        return {"name": name}

    @app.post("/logout")
    def logout():
        g.visit = shop.renew(g.visit)
        return {}

    @app.get("/me")
    @for_accounts
    def me(visit, name):
        return {"name": name, "address": accounts[name]["address"], "orders": shop.orders.get(name, [])}

    @app.post("/order")
    @for_accounts
    def order(visit, name):
        shop.count += 1
        tiles, visit.box = visit.box, []
        made = {"order": shop.count, "tiles": tiles}
        shop.orders.setdefault(name, []).append(made)
        return made

    @app.post("/password")
    @for_accounts
    def password(visit, name):
        if not shop.is_password(name, request.json["old"]):
            return {}, 403
        accounts[name]["password"] = request.json["new"]
        for other in shop.visits.values():
            if other.account == name and other is not visit:
                other.over = True
        return {}

    return app
