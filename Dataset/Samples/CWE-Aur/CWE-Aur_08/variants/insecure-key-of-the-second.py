import random
import time
from functools import wraps
from threading import RLock

from flask import Flask, abort, jsonify, request, session


def create_app(people, prices):
    app = Flask(__name__)
    app.secret_key = random.Random(int(time.time())).randbytes(32)
    quotes, orders = {}, {}

    lock = RLock()

    def one_by_one(view):
        @wraps(view)
        def alone(*args, **named):
            with lock:
                return view(*args, **named)

        return alone

    def user():
        if session.get("name") not in people:
            abort(401)
        return session["name"]

    def workshop_only():
        if people[user()]["role"] != "workshop":
            abort(403)

    def body():
        sent = request.get_json(silent=True)
        return sent if isinstance(sent, dict) else {}

    def sent_items():
        items = body().get("items")
        if not isinstance(items, list) or not items:
            abort(400)
        found = []
        for item in items:
            kind, count = (item.get("kind"), item.get("count")) if isinstance(item, dict) else (None, None)
            if not isinstance(kind, str) or kind not in prices or type(count) is not int or not 1 <= count <= 500:
                abort(400)
            found.append({"kind": kind, "count": count})
        return found

    def total(items, name):
        full = sum(prices[item["kind"]] * item["count"] for item in items)
        return full * 80 // 100 if people[name]["role"] == "reseller" else full

    def own_quote(number):
        name = user()
        if number not in quotes or quotes[number]["owner"] != name:
            abort(404)
        return quotes[number]

    def shown(number):
        quote = quotes[number]
        return jsonify(id=number, items=quote["items"], total=total(quote["items"], quote["owner"]))

    @app.post("/login")
    def login():
        name, password = body().get("name"), body().get("password")
        if not isinstance(name, str) or name not in people or people[name]["password"] != password:
            abort(401)
        session["name"] = name
        return jsonify(name=name, role=people[name]["role"])

    @app.post("/quotes")
    @one_by_one
    def make_quote():
        quote = {"owner": user(), "items": sent_items(), "ordered": False}
        number = len(quotes) + 1
        quotes[number] = quote
        return shown(number), 201

    @app.get("/quotes/<int:number>")
    def show_quote(number):
        own_quote(number)
        return shown(number)

    @app.put("/quotes/<int:number>")
    @one_by_one
    def change_quote(number):
        quote = own_quote(number)
        if quote["ordered"]:
            abort(409)
        quote["items"] = sent_items()
        return shown(number)

    @app.post("/quotes/<int:number>/order")
    @one_by_one
    def order(number):
        quote = own_quote(number)
        if quote["ordered"]:
            abort(409)
        quote["ordered"] = True
        made = {"number": len(orders) + 1, "customer": quote["owner"], "items": quote["items"]}
        made["total"] = total(quote["items"], quote["owner"])
        orders[made["number"]] = made
        return jsonify(made), 201

    @app.get("/orders")
    def show_orders():
        name = user()
        sees_all = people[name]["role"] == "workshop"
        return jsonify([one for one in orders.values() if sees_all or one["customer"] == name])

    @app.post("/orders/<int:number>/rebate")
    @one_by_one
    def rebate(number):
        workshop_only()
        percent = body().get("percent")
        if number not in orders:
            abort(404)
        if type(percent) is not int or not 0 <= percent <= 50:
            abort(400)
        orders[number]["total"] = orders[number]["total"] * (100 - percent) // 100
        return jsonify(orders[number])

    @app.put("/people/<name>/role")
    @one_by_one
    def give_role(name):
        workshop_only()
        role = body().get("role")
        if name not in people:
            abort(404)
        if role not in ("customer", "reseller") or people[name]["role"] == "workshop":
            abort(400)
        people[name]["role"] = role
        return jsonify(name=name, role=role)

    return app
