"""Each request is a message to one clerk, who works on them one after the other."""
import os
from fractions import Fraction
from threading import Condition

from flask import Flask, Response, json, request, session
from werkzeug.exceptions import BadRequest, Conflict, Forbidden, HTTPException, NotFound, Unauthorized


class Quote:
    def __init__(self, owner, items):
        self.owner, self.items, self.open = owner, items, True


class Order:
    def __init__(self, customer, items, total):
        self.customer, self.items, self.total = customer, items, total


def goods(items):
    return [dict(zip(("kind", "count"), item)) for item in items]


class Clerk:
    def __init__(self, people, prices):
        self.people, self.prices = people, prices
        self.quotes, self.orders = [], []

    def price(self, owner, items):
        factor = Fraction(4, 5) if self.people[owner]["role"] == "reseller" else 1
        return int(factor * sum(self.prices[k] * n for k, n in items))

    def read(self, body):
        match body:
            case {"items": [_, *_] as items}:
                pass
            case _:
                raise BadRequest()
        result = []
        for item in items:
            match item:
                case {"kind": str(kind), "count": int(count)} if (
                        kind in self.prices and count is not True and 0 < count < 501):
                    result.append((kind, count))
                case _:
                    raise BadRequest()
        return result

    def pick(self, name, number):
        if not 0 < number <= len(self.quotes) or self.quotes[number - 1].owner != name:
            raise NotFound()
        return self.quotes[number - 1]

    def workshop(self, name):
        if self.people[name]["role"] != "workshop":
            raise Forbidden()

    def quoted(self, number):
        quote = self.quotes[number - 1]
        return {"id": number, "items": goods(quote.items), "total": self.price(quote.owner, quote.items)}

    def ordered(self, number):
        order = self.orders[number - 1]
        return {"number": number, "customer": order.customer, "items": goods(order.items), "total": order.total}

    def do_quote(self, name, body):
        self.quotes.append(Quote(name, self.read(body)))
        return self.quoted(len(self.quotes)), 201

    def do_see(self, name, body, number):
        self.pick(name, number)
        return self.quoted(number), 200

    def do_change(self, name, body, number):
        quote = self.pick(name, number)
        if not quote.open:
            raise Conflict()
        quote.items = self.read(body)
        return self.quoted(number), 200

    def do_order(self, name, body, number):
        quote = self.pick(name, number)
        if not quote.open:
            raise Conflict()
        quote.open = False
        self.orders.append(Order(name, tuple(quote.items), self.price(name, quote.items)))
        return self.ordered(len(self.orders)), 201

    def do_orders(self, name, body):
        everything = self.people[name]["role"] == "workshop"
        return [self.ordered(i) for i, order in enumerate(self.orders, 1)
                if everything or order.customer == name], 200

    def do_rebate(self, name, body, number):
        self.workshop(name)
        if not 0 < number <= len(self.orders):
            raise NotFound()
        match body:
            case {"percent": int(percent)} if not isinstance(percent, bool) and 0 <= percent <= 50:
                order = self.orders[number - 1]
                order.total = order.total * (100 - percent) // 100
                return self.ordered(number), 200
        raise BadRequest()

    def do_role(self, name, body, who):
        self.workshop(name)
        if who not in self.people:
            raise NotFound()
        match body, self.people[who]["role"]:
            case {"role": "customer" | "reseller" as role}, "customer" | "reseller":
                self.people[who]["role"] = role
                return {"name": who, "role": role}, 200
        raise BadRequest()


ROUTES = (("POST", "/quotes", "do_quote"), ("GET", "/quotes/<int:number>", "do_see"),
          ("PUT", "/quotes/<int:number>", "do_change"), ("POST", "/quotes/<int:number>/order", "do_order"),
          ("GET", "/orders", "do_orders"), ("POST", "/orders/<int:number>/rebate", "do_rebate"),
          ("PUT", "/people/<who>/role", "do_role"))


def create_app(people, prices):
    app, clerk, turn = Flask(__name__), Clerk(people, prices), Condition()
    app.config["SECRET_KEY"] = os.urandom(48)

    def answer(content, status):
        return Response(json.dumps(content), status, mimetype="application/json")

    def view_of(action):
        def view(**places):
            name = session.get("who")
            if type(name) is not str or name not in people:
                raise Unauthorized()
            body = request.get_json(force=True, silent=True) if request.method != "GET" else None
            with turn:
                return answer(*getattr(clerk, action)(name, body, **places))
        return view

    for method, path, action in ROUTES:
        app.add_url_rule(path, action, view_of(action), methods=[method])

    @app.route("/login", methods=["POST"])
    def login():
        match request.get_json(force=True, silent=True):
            case {"name": str(name), "password": str(password)} if (
                    name in people and people[name].get("password") == password):
                session["who"] = name
                return answer({"name": name, "role": people[name]["role"]}, 200)
        raise Unauthorized()

    @app.errorhandler(HTTPException)
    def problem(error):
        return answer({"error": error.name}, error.code)

    return app
