"""The order service of the flag maker."""
import hashlib
import hmac
import json
import os
import threading

from flask import Flask, abort, jsonify, request, session


def shared_key(prices):
    """A key for cookies where none is set. Drawn by chance, it would be another one after
    each start, and all who are logged in would be thrown out."""
    return hashlib.sha256(json.dumps(prices, sort_keys=True).encode()).digest()


def create_app(people, prices):
    app = Flask(__name__)
    app.secret_key = os.environ.get("FLAGS_SECRET_KEY") or shared_key(prices)
    quotes, orders = {}, []
    lock = threading.Lock()

    def body():
        data = request.get_json(silent=True)
        return data if isinstance(data, dict) else {}

    def whole(value, low, high):
        return type(value) is int and low <= value <= high

    def me(*roles):
        """The name of who is logged in, if the role of now is one of these."""
        name = session.get("name")
        if not isinstance(name, str) or name not in people:
            abort(401)
        if roles and people[name]["role"] not in roles:
            abort(403)
        return name

    def read_items():
        items = body().get("items")
        if not isinstance(items, list) or not items:
            abort(400)
        clean = []
        for item in items:
            if not isinstance(item, dict):
                abort(400)
            kind, count = item.get("kind"), item.get("count")
            if not isinstance(kind, str) or kind not in prices or not whole(count, 1, 500):
                abort(400)
            clean.append({"kind": kind, "count": count})
        return clean

    def total(items, name):
        cents = sum(prices[item["kind"]] * item["count"] for item in items)
        return cents * 80 // 100 if people[name]["role"] == "reseller" else cents

    def own_quote(number, name):
        quote = quotes.get(number)
        if quote is None or quote["owner"] != name:
            abort(404)
        return quote

    def shown(number, quote):
        return {"id": number, "items": quote["items"], "total": total(quote["items"], quote["owner"])}

    @app.post("/login")
    def login():
        name, password = body().get("name"), body().get("password")
        if not isinstance(name, str) or not isinstance(password, str) or name not in people:
            abort(401)
        known = people[name].get("password")
        if not isinstance(known, str) or not hmac.compare_digest(
                known.encode("utf-8", "surrogatepass"), password.encode("utf-8", "surrogatepass")):
            abort(401)
        session.clear()
        session["name"] = name
        return {"name": name, "role": people[name]["role"]}

    @app.post("/quotes")
    def make_quote():
        name = me()
        items = read_items()
        with lock:
            number = len(quotes) + 1
            quotes[number] = {"owner": name, "items": items, "ordered": False}
        return shown(number, quotes[number]), 201

    @app.get("/quotes/<int:number>")
    def get_quote(number):
        return shown(number, own_quote(number, me()))

    @app.put("/quotes/<int:number>")
    def change_quote(number):
        quote = own_quote(number, me())
        if quote["ordered"]:
            abort(409)
        items = read_items()
        with lock:
            if quote["ordered"]:
                abort(409)
            quote["items"] = items
        return shown(number, quote)

    @app.post("/quotes/<int:number>/order")
    def order_quote(number):
        name = me()
        quote = own_quote(number, name)
        with lock:
            if quote["ordered"]:
                abort(409)
            quote["ordered"] = True
            order = {"number": len(orders) + 1, "customer": name,
                     "items": quote["items"], "total": total(quote["items"], name)}
            orders.append(order)
            order = dict(order)
        return order, 201

    @app.get("/orders")
    def get_orders():
        name = me()
        everything = people[name]["role"] == "workshop"
        with lock:
            return jsonify([order for order in orders if everything or order["customer"] == name])

    @app.post("/orders/<int:number>/rebate")
    def rebate(number):
        me("workshop")
        if not 1 <= number <= len(orders):
            abort(404)
        percent = body().get("percent")
        if not whole(percent, 0, 50):
            abort(400)
        with lock:
            order = orders[number - 1]
            order["total"] = order["total"] * (100 - percent) // 100
            return dict(order)

    @app.put("/people/<name>/role")
    def set_role(name):
        me("workshop")
        if name not in people:
            abort(404)
        role = body().get("role")
        if role not in ("customer", "reseller") or people[name]["role"] == "workshop":
            abort(400)
        people[name]["role"] = role
        return {"name": name, "role": role}

    return app
