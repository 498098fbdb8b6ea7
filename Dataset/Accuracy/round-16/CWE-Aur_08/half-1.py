import hmac
import secrets
import threading

from flask import Flask, abort, jsonify, request, session


def create_app(people, prices):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    lock = threading.Lock()
    quotes, orders = [], []

    # -- who is it, and what may she do ---------------------------------
    def me(*roles):
        name = session.get("name")
        if name not in people:
            abort(401)
        if roles and people[name]["role"] not in roles:
            abort(403)
        return name

    def body():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(400)
        return data

    def whole(value, low, high):
        if type(value) is not int or not low <= value <= high:
            abort(400)
        return value

    def read_items():
        items = body().get("items")
        if not isinstance(items, list) or not items:
            abort(400)
        result = []
        for item in items:
            if not isinstance(item, dict) or not isinstance(item.get("kind"), str) or item["kind"] not in prices:
                abort(400)
            result.append({"kind": item["kind"], "count": whole(item.get("count"), 1, 500)})
        return result

    def total(name, items):
        cents = sum(prices[item["kind"]] * item["count"] for item in items)
        return cents * 4 // 5 if people[name]["role"] == "reseller" else cents

    def own_quote(number):
        name = me()
        if not 1 <= number <= len(quotes) or quotes[number - 1]["owner"] != name:
            abort(404)
        return quotes[number - 1]

    def open_quote(number):
        quote = own_quote(number)
        if quote["ordered"]:
            abort(409)
        return quote

    def show_quote(quote):
        return {"id": quote["id"], "items": quote["items"], "total": total(quote["owner"], quote["items"])}

    def show_order(order):
        return {"number": order["number"], "customer": order["quote"]["owner"],
                "items": order["quote"]["items"], "total": order["total"]}

    # -- addresses ------------------------------------------------------
    @app.post("/login")
    def login():
        data = body()
        name, password = data.get("name"), data.get("password")
        if not isinstance(name, str) or not isinstance(password, str) or name not in people:
            abort(401)
        if not hmac.compare_digest(people[name]["password"].encode(), password.encode("utf-8", "replace")):
            abort(401)
        session.clear()
        session["name"] = name
        return {"name": name, "role": people[name]["role"]}

    @app.post("/quotes")
    def make_quote():
        name = me()
        items = read_items()
        with lock:
            quote = {"id": len(quotes) + 1, "owner": name, "items": items, "ordered": False}
            quotes.append(quote)
        return show_quote(quote), 201

    @app.get("/quotes/<int:number>")
    def see_quote(number):
        return show_quote(own_quote(number))

    @app.put("/quotes/<int:number>")
    def change_quote(number):
        quote = open_quote(number)
        items = read_items()
        with lock:
            quote["items"] = items
        return show_quote(quote)

    @app.post("/quotes/<int:number>/order")
    def order_quote(number):
        own_quote(number)
        with lock:
            quote = open_quote(number)
            quote["ordered"] = True
            order = {"number": len(orders) + 1, "quote": quote,
                     "total": total(quote["owner"], quote["items"])}
            orders.append(order)
        return show_order(order), 201

    @app.get("/orders")
    def see_orders():
        name = me()
        everything = people[name]["role"] == "workshop"
        return jsonify([show_order(o) for o in orders if everything or o["quote"]["owner"] == name])

    @app.post("/orders/<int:number>/rebate")
    def rebate(number):
        me("workshop")
        if not 1 <= number <= len(orders):
            abort(404)
        percent = whole(body().get("percent"), 0, 50)
        with lock:
            order = orders[number - 1]
            order["total"] = order["total"] * (100 - percent) // 100
        return show_order(order)

    @app.put("/people/<name>/role")
    def give_role(name):
        me("workshop")
        role = body().get("role")
        if name not in people:
            abort(404)
        if role not in ("customer", "reseller") or people[name]["role"] == "workshop":
            abort(400)
        with lock:
            people[name]["role"] = role
        return {"name": name, "role": role}

    return app
