"""Order service of the flag maker."""
import hmac
import secrets
from functools import wraps

from flask import Flask, abort, g, jsonify, request, session

CUSTOMER, RESELLER, WORKSHOP = "customer", "reseller", "workshop"


def whole(value, low, high):
    return type(value) is int and low <= value <= high


def create_app(people, prices):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    quotes, orders = {}, []

    # -- who is it, and what may he or she do --------------------------------

    def needs(*roles):
        """Somebody who is logged in, with one of the roles that people have now."""
        def decorate(view):
            @wraps(view)
            def inner(**values):
                person = people.get(session.get("name"))
                if person is None:
                    abort(401)
                if roles and person["role"] not in roles:
                    abort(403)
                g.name, g.role = session["name"], person["role"]
                return view(**values)
            return inner
        return decorate

    def body():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(400)
        return data

    def own_quote(id):
        quote = quotes.get(id)
        if quote is None or quote["owner"] != g.name:
            abort(404)
        return quote

    # -- items and prices ----------------------------------------------------

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

    def total_of(items):
        total = sum(prices[item["kind"]] * item["count"] for item in items)
        return total * 80 // 100 if g.role == RESELLER else total

    def shown(quote):
        return {"id": quote["id"], "items": quote["items"], "total": total_of(quote["items"])}

    # -- addresses -----------------------------------------------------------

    @app.post("/login")
    def login():
        data = request.get_json(silent=True)
        data = data if isinstance(data, dict) else {}
        name, password = data.get("name"), data.get("password")
        if not isinstance(name, str) or not isinstance(password, str) or name not in people:
            abort(401)
        expected = people[name].get("password")
        if not expected or not hmac.compare_digest(
                expected.encode("utf-8", "surrogatepass"), password.encode("utf-8", "surrogatepass")):
            abort(401)
        session.clear()
        session["name"] = name
        return jsonify(name=name, role=people[name]["role"])

    @app.post("/quotes")
    @needs()
    def make_quote():
        items = items_of(body())
        quote = {"id": len(quotes) + 1, "owner": g.name, "items": items, "ordered": False}
        quotes[quote["id"]] = quote
        return jsonify(shown(quote)), 201

    @app.get("/quotes/<int:id>")
    @needs()
    def show_quote(id):
        return jsonify(shown(own_quote(id)))

    @app.put("/quotes/<int:id>")
    @needs()
    def change_quote(id):
        quote = own_quote(id)
        items = items_of(body())
        if quote["ordered"]:
            abort(409)
        quote["items"] = items
        return jsonify(shown(quote))

    @app.post("/quotes/<int:id>/order")
    @needs()
    def order_quote(id):
        quote = own_quote(id)
        if quote["ordered"]:
            abort(409)
        total = total_of(quote["items"])
        order = {"number": len(orders) + 1, "customer": g.name,
                 "items": quote["items"], "total": total}
        quote["ordered"] = True
        orders.append(order)
        return jsonify(order), 201

    @app.get("/orders")
    @needs()
    def list_orders():
        return jsonify([o for o in orders if g.role == WORKSHOP or o["customer"] == g.name])

    @app.post("/orders/<int:number>/rebate")
    @needs(WORKSHOP)
    def rebate(number):
        if not 1 <= number <= len(orders):
            abort(404)
        percent = body().get("percent")
        if not whole(percent, 0, 50):
            abort(400)
        order = orders[number - 1]
        order["total"] = order["total"] * (100 - percent) // 100
        return jsonify(order)

    @app.put("/people/<name>/role")
    @needs(WORKSHOP)
    def set_role(name):
        if name not in people:
            abort(404)
        role = body().get("role")
        if role not in (CUSTOMER, RESELLER) or people[name]["role"] == WORKSHOP:
            abort(400)
        people[name]["role"] = role
        return jsonify(name=name, role=role)

    return app
