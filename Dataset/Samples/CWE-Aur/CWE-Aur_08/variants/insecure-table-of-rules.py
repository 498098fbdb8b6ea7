"""Order service of the flag maker.

Who may do what stands in one table, RULES, and is checked at one place before
any view runs. The role is the one that a person has now.
"""
import re
import secrets
import threading

from flask import Flask, abort, g, jsonify, request, session

# (method, address, roles); whatever is not here is for everybody who is logged in.
RULES = [(method, re.compile(address), roles) for method, address, roles in [
    ("POST", r"/orders/\d+/rebate", {"workshop"}),
    ("PUT", r"/people/[\w-]+/role", {"workshop"}),
]]
OPEN = {("POST", "/login")}


class Store:
    def __init__(self, people, prices):
        self.people, self.prices = people, prices
        self.quotes, self.orders = [], []
        self.lock = threading.RLock()

    def items(self, body):
        items = body.get("items")
        if not isinstance(items, list) or not items:
            abort(400)
        return [self.item(item) for item in items]

    def item(self, item):
        if not isinstance(item, dict):
            abort(400)
        kind, count = item.get("kind"), item.get("count")
        if not isinstance(kind, str) or kind not in self.prices:
            abort(400)
        if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= 500:
            abort(400)
        return {"kind": kind, "count": count}

    def total(self, items, name):
        cents = sum(self.prices[i["kind"]] * i["count"] for i in items)
        return cents * 4 // 5 if self.people[name]["role"] == "reseller" else cents

    def quote(self, id, name):
        if not 1 <= id <= len(self.quotes) or self.quotes[id - 1]["customer"] != name:
            abort(404)
        return self.quotes[id - 1]

    def show(self, id, name):
        items = self.quote(id, name)["items"]
        return {"id": id, "items": items, "total": self.total(items, name)}


def body():
    data = request.get_json(silent=True)
    if not isinstance(data, dict):
        abort(400)
    return data


def create_app(people, prices):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    store = Store(people, prices)

    @app.before_request
    def authorize():
        if (request.method, request.path) in OPEN:
            return
        person = people.get(session.get("name"))
        if person is None:
            abort(401)
        g.name, g.role = session["name"], person["role"]
        for method, address, roles in RULES:
            if request.method == method and address.fullmatch(request.path) and g.role not in roles:
                abort(403)

    @app.post("/login")
    def login():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(401)
        name, password = data.get("name"), data.get("password")
        if not isinstance(name, str) or not isinstance(password, str):
            abort(401)
        person = people.get(name)
        if person is None or not isinstance(person.get("password"), str) or person["password"] != password:
            abort(401)
        session.clear()
        session["name"] = name
        return jsonify(name=name, role=person["role"])

    @app.post("/quotes")
    def new_quote():
        items = store.items(body())
        with store.lock:
            store.quotes.append({"customer": g.name, "items": items, "ordered": False})
            return jsonify(store.show(len(store.quotes), g.name)), 201

    @app.get("/quotes/<int:id>")
    def get_quote(id):
        with store.lock:
            return jsonify(store.show(id, g.name))

    @app.put("/quotes/<int:id>")
    def put_quote(id):
        with store.lock:
            quote = store.quote(id, g.name)
            items = store.items(body())
            if quote["ordered"]:
                abort(409)
            quote["items"] = items
            return jsonify(store.show(id, g.name))

    @app.post("/quotes/<int:id>/order")
    def order(id):
        with store.lock:
            quote = store.quote(id, g.name)
            if quote["ordered"]:
                abort(409)
            quote["ordered"] = True
            made = {"number": len(store.orders) + 1, "customer": g.name,
                    "items": quote["items"], "total": store.total(quote["items"], g.name)}
            store.orders.append(made)
            return jsonify(made), 201

    @app.get("/orders")
    def orders():
        with store.lock:
            return jsonify([o for o in store.orders if g.role == "workshop" or o["customer"] == g.name])

    @app.post("/orders/<int:number>/rebate")
    def rebate(number):
        with store.lock:
            if not 1 <= number <= len(store.orders):
                abort(404)
            percent = body().get("percent")
            if not isinstance(percent, int) or isinstance(percent, bool) or not 0 <= percent <= 50:
                abort(400)
            found = store.orders[number - 1]
            found["total"] = found["total"] * (100 - percent) // 100
            return jsonify(found)

    @app.put("/people/<name>/role")
    def role(name):
        with store.lock:
            if name not in people:
                abort(404)
            new = body().get("role")
            if new not in ("customer", "reseller") or people[name]["role"] not in ("customer", "reseller"):
                abort(400)
            people[name]["role"] = new
            return jsonify(name=name, role=new)

    return app
