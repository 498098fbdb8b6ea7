import secrets
from collections import namedtuple
from threading import RLock

from flask import Flask, jsonify, request, session
from werkzeug.exceptions import BadRequest, Conflict, Forbidden, NotFound, Unauthorized

Item = namedtuple("Item", "kind count")


class Order:
    def __init__(self, number, customer, items, total):
        self.number, self.customer, self.items, self.total = number, customer, items, total

    def json(self):
        return {"number": self.number, "customer": self.customer,
                "items": [item._asdict() for item in self.items], "total": self.total}


class Quote:
    def __init__(self, number, owner, items):
        self.id, self.owner, self.items, self.order = number, owner, items, None


class Shop:
    """All rules of the shop; nothing of Flask. Errors are Werkzeug's."""

    def __init__(self, people, prices):
        self.people, self.prices = people, prices
        self.quotes, self.orders = [], []

    def role(self, name):
        person = self.people.get(name) if isinstance(name, str) else None
        if person is None:
            raise Unauthorized
        return person["role"]

    def login(self, name=None, password=None, **_):
        self.role(name)
        known = self.people[name].get("password")
        if not (isinstance(known, str) and isinstance(password, str)
                and secrets.compare_digest(ascii(known), ascii(password))):
            raise Unauthorized
        return {"name": name, "role": self.role(name)}

    def items(self, items=None, **_):
        match items:
            case [_, *_]:
                return tuple(map(self.item, items))
        raise BadRequest

    def item(self, item):
        match item:
            case {"kind": str(kind), "count": int(count)} if (
                    kind in self.prices and not isinstance(count, bool) and count in range(1, 501)):
                return Item(kind, count)
        raise BadRequest

    def cost(self, quote):
        full = sum(self.prices[kind] * count for kind, count in quote.items)
        return full * 4 // 5 if self.role(quote.owner) == "reseller" else full

    def show(self, quote):
        return {"id": quote.id, "items": [item._asdict() for item in quote.items],
                "total": self.cost(quote)}

    def quote(self, name, number):
        if not 0 < number <= len(self.quotes) or self.quotes[number - 1].owner != name:
            raise NotFound
        return self.quotes[number - 1]

    def add_quote(self, name, body):
        quote = Quote(len(self.quotes) + 1, name, self.items(**body))
        self.quotes.append(quote)
        return self.show(quote)

    def change(self, name, number, body):
        quote = self.quote(name, number)
        if quote.order:
            raise Conflict
        quote.items = self.items(**body)
        return self.show(quote)

    def order(self, name, number):
        quote = self.quote(name, number)
        if quote.order:
            raise Conflict
        quote.order = Order(len(self.orders) + 1, name, quote.items, self.cost(quote))
        self.orders.append(quote.order)
        return quote.order.json()

    def all_orders(self, name):
        everything = self.role(name) == "workshop"
        return [order.json() for order in self.orders if everything or order.customer == name]

    def workshop(self, name):
        if self.role(name) != "workshop":
            raise Forbidden

    def rebate(self, name, number, percent=None, **_):
        self.workshop(name)
        if not 0 < number <= len(self.orders):
            raise NotFound
        if type(percent) is not int or percent not in range(51):
            raise BadRequest
        order = self.orders[number - 1]
        order.total -= -(-order.total * percent // 100)
        return order.json()

    def set_role(self, name, whom, role=None, **_):
        self.workshop(name)
        if whom not in self.people:
            raise NotFound
        if not isinstance(role, str) or not {role, self.role(whom)} <= {"customer", "reseller"}:
            raise BadRequest
        self.people[whom]["role"] = role
        return {"name": whom, "role": role}


def create_app(people, prices):
    app = Flask(__name__)
    app.config["SECRET_KEY"] = secrets.token_urlsafe(48)
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    shop, turn = Shop(people, prices), RLock()

    def route(rule, method, status=200):
        def take(work):
            def view(**parts):
                with turn:
                    if rule != "/login":
                        name = session.get("name")
                        shop.role(name)
                        parts["name"] = name
                    return jsonify(work(**parts)), status
            app.add_url_rule(rule, work.__name__, view, methods=[method])
            return work
        return take

    def body():
        sent = request.get_json(force=True, silent=True)
        return sent if isinstance(sent, dict) else {}

    @route("/login", "POST")
    def login():
        sent = body()
        person = shop.login(sent.get("name"), sent.get("password"))
        session.clear()
        session["name"] = person["name"]
        return person

    @route("/quotes", "POST", 201)
    def add_quote(name):
        return shop.add_quote(name, {"items": body().get("items")})

    @route("/quotes/<int:number>", "GET")
    def show_quote(name, number):
        return shop.show(shop.quote(name, number))

    @route("/quotes/<int:number>", "PUT")
    def change_quote(name, number):
        return shop.change(name, number, {"items": body().get("items")})

    @route("/quotes/<int:number>/order", "POST", 201)
    def order(name, number):
        return shop.order(name, number)

    @route("/orders", "GET")
    def orders(name):
        return shop.all_orders(name)

    @route("/orders/<int:number>/rebate", "POST")
    def rebate(name, number):
        return shop.rebate(name, number, body().get("percent"))

    @route("/people/<whom>/role", "PUT")
    def set_role(name, whom):
        return shop.set_role(name, whom, body().get("role"))

    return app
