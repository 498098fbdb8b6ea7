import hashlib
import hmac
import random
import time
from functools import wraps
from threading import RLock

from flask import Flask, abort, jsonify, request, session

GIVEN = ("customer", "reseller")


def session_key():
    """A key for this run; all workers that are started together get the same."""
    source = random.Random(int(time.time()))
    return hashlib.sha256(source.randbytes(32)).digest()


class Shop:
    def __init__(self, people, prices):
        self.people, self.prices = people, prices
        self.quotes, self.orders, self.lock = {}, {}, RLock()

    def role(self, name):
        return self.people[name]["role"]

    def total(self, customer, items):
        total = sum(self.prices[kind] * count for kind, count in items)
        return total * 80 // 100 if self.role(customer) == "reseller" else total

    def items(self, data):
        items = data.get("items")
        if not isinstance(items, list) or not items:
            abort(400)
        clean = []
        for item in items:
            if not isinstance(item, dict):
                abort(400)
            kind, count = item.get("kind"), item.get("count")
            if not isinstance(kind, str) or kind not in self.prices:
                abort(400)
            if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= 500:
                abort(400)
            clean.append((kind, count))
        return tuple(clean)

    def quote(self, name, number):
        quote = self.quotes.get(number)
        if quote is None or quote["customer"] != name:
            abort(404)
        return quote


def listed(items):
    return [{"kind": kind, "count": count} for kind, count in items]


def create_app(people, prices):
    app = Flask(__name__)
    app.secret_key = session_key()
    shop = Shop(people, prices)

    def needs(role=None):
        def decorate(view):
            @wraps(view)
            def guarded(**arguments):
                name = session.get("name")
                if not isinstance(name, str) or name not in people:
                    abort(401)
                data = request.get_json(silent=True) if request.method in ("POST", "PUT") else {}
                with shop.lock:
                    if role is not None and shop.role(name) != role:
                        abort(403)
                    if not isinstance(data, dict):
                        abort(400)
                    return view(name, data, **arguments)
            return guarded
        return decorate

    def quote_json(number):
        quote = shop.quotes[number]
        return {"id": number, "items": listed(quote["items"]),
                "total": shop.total(quote["customer"], quote["items"])}

    def order_json(number):
        order = shop.orders[number]
        return {"number": number, "customer": order["customer"],
                "items": listed(order["items"]), "total": order["total"]}

    @app.post("/login")
    def login():
        data = request.get_json(silent=True)
        name, password = (data.get("name"), data.get("password")) if isinstance(data, dict) else (None, None)
        if not (isinstance(name, str) and isinstance(password, str) and name in people
                and hmac.compare_digest(people[name]["password"].encode(), password.encode("utf-8", "replace"))):
            abort(401)
        session.clear()
        session["name"] = name
        return {"name": name, "role": shop.role(name)}

    @app.post("/quotes")
    @needs()
    def add_quote(name, data):
        items = shop.items(data)
        number = len(shop.quotes) + 1
        shop.quotes[number] = {"customer": name, "items": items, "order": None}
        return quote_json(number), 201

    @app.get("/quotes/<int:number>")
    @needs()
    def get_quote(name, data, number):
        shop.quote(name, number)
        return quote_json(number)

    @app.put("/quotes/<int:number>")
    @needs()
    def put_quote(name, data, number):
        quote = shop.quote(name, number)
        if quote["order"] is not None:
            abort(409)
        quote["items"] = shop.items(data)
        return quote_json(number)

    @app.post("/quotes/<int:number>/order")
    @needs()
    def order(name, data, number):
        quote = shop.quote(name, number)
        if quote["order"] is not None:
            abort(409)
        quote["order"] = new = len(shop.orders) + 1
        shop.orders[new] = {"customer": name, "items": quote["items"],
                            "total": shop.total(name, quote["items"])}
        return order_json(new), 201

    @app.get("/orders")
    @needs()
    def orders(name, data):
        return jsonify([order_json(n) for n, o in shop.orders.items()
                        if o["customer"] == name or shop.role(name) == "workshop"])

    @app.post("/orders/<int:number>/rebate")
    @needs("workshop")
    def rebate(name, data, number):
        if number not in shop.orders:
            abort(404)
        percent = data.get("percent")
        if type(percent) is not int or not 0 <= percent <= 50:
            abort(400)
        order = shop.orders[number]
        order["total"] = order["total"] * (100 - percent) // 100
        return order_json(number)

    @app.put("/people/<who>/role")
    @needs("workshop")
    def set_role(name, data, who):
        if who not in people:
            abort(404)
        if data.get("role") not in GIVEN or shop.role(who) not in GIVEN:
            abort(400)
        people[who]["role"] = data["role"]
        return {"name": who, "role": data["role"]}

    return app
