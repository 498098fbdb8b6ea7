"""Flag maker, order service, v1."""
import hmac
import secrets
import threading

from flask import Flask, abort, jsonify, request, session


def create_app(people, prices):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    app.json.sort_keys = False
    lock = threading.Lock()
    quotes, orders = {}, {}

    def whole(value, least, most):
        return type(value) is int and least <= value <= most

    def body():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(400)
        return data

    def items_of(data):
        items = data.get("items")
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

    def me():
        name = session.get("name")
        if not isinstance(name, str) or name not in people:
            abort(401)
        return name

    def workshop():
        name = me()
        if people[name]["role"] != "workshop":
            abort(403)
        return name

    def total_of(items, name):
        total = sum(prices[item["kind"]] * item["count"] for item in items)
        return total * 80 // 100 if people[name]["role"] == "reseller" else total

    def own_quote(number, name):
        quote = quotes.get(number)
        if quote is None or quote["customer"] != name:
            abort(404)
        return quote

    def shown_quote(quote):
        return {"id": quote["id"], "items": quote["items"], "total": total_of(quote["items"], quote["customer"])}

    def shown_order(order):
        # The items are those of the quote, which no longer changes once it is ordered.
        quote = order["quote"]
        return {"number": order["number"], "customer": quote["customer"], "items": quote["items"],
                "total": order["total"]}

    @app.post("/login")
    def login():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(401)
        name, password = data.get("name"), data.get("password")
        if not isinstance(name, str) or not isinstance(password, str) or name not in people:
            abort(401)
        known = people[name].get("password")
        if not isinstance(known, str) or not hmac.compare_digest(
                known.encode("utf-8", "surrogatepass"), password.encode("utf-8", "surrogatepass")):
            abort(401)
        session.clear()
        session["name"] = name
        return jsonify(name=name, role=people[name]["role"])

    @app.post("/quotes")
    def new_quote():
        name = me()
        items = items_of(body())
        with lock:
            number = len(quotes) + 1
            quotes[number] = {"id": number, "customer": name, "items": items, "ordered": False}
            return jsonify(shown_quote(quotes[number])), 201

    @app.get("/quotes/<int:number>")
    def get_quote(number):
        name = me()
        with lock:
            return jsonify(shown_quote(own_quote(number, name)))

    @app.put("/quotes/<int:number>")
    def change_quote(number):
        name = me()
        with lock:
            quote = own_quote(number, name)
            if quote["ordered"]:
                abort(409)
        # Not under the lock: bodies of slow lines must not hold up the others.
        items = items_of(body())
        with lock:
            quote["items"] = items
            return jsonify(shown_quote(quote))

    @app.post("/quotes/<int:number>/order")
    def order_quote(number):
        name = me()
        with lock:
            quote = own_quote(number, name)
            if quote["ordered"]:
                abort(409)
            quote["ordered"] = True
            order = {"number": len(orders) + 1, "quote": quote, "total": total_of(quote["items"], name)}
            orders[order["number"]] = order
            return jsonify(shown_order(order)), 201

    @app.get("/orders")
    def list_orders():
        name = me()
        with lock:
            everything = people[name]["role"] == "workshop"
            return jsonify([shown_order(order) for order in orders.values()
                            if everything or order["quote"]["customer"] == name])

    @app.post("/orders/<int:number>/rebate")
    def rebate(number):
        workshop()
        percent = body().get("percent")
        with lock:
            order = orders.get(number)
            if order is None:
                abort(404)
            if not whole(percent, 0, 50):
                abort(400)
            order["total"] = order["total"] * (100 - percent) // 100
            return jsonify(shown_order(order))

    @app.put("/people/<name>/role")
    def change_role(name):
        workshop()
        role = body().get("role")
        with lock:
            if name not in people:
                abort(404)
            if role not in ("customer", "reseller") or people[name]["role"] not in ("customer", "reseller"):
                abort(400)
            people[name]["role"] = role
            return jsonify(name=name, role=role)

    return app
