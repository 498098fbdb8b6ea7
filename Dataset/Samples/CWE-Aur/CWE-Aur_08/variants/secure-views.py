import threading
import uuid
from dataclasses import dataclass, field

from flask import Flask, jsonify, request, session
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, Conflict, Forbidden, NotFound, Unauthorized


@dataclass
class Order:
    number: int
    customer: str
    lines: tuple
    total: int

    def told(self):
        return {"number": self.number, "customer": self.customer, "items": lines_told(self.lines), "total": self.total}


@dataclass
class Quote:
    owner: str
    lines: tuple
    order: Order = None


@dataclass
class Shop:
    people: dict
    prices: dict
    quotes: list = field(default_factory=list)
    orders: list = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def me(self, *roles):
        name = session.get("me")
        if name not in self.people:
            raise Unauthorized
        if roles and self.people[name]["role"] not in roles:
            raise Forbidden
        return name

    def quote(self, number):
        me = self.me()
        if not 1 <= number <= len(self.quotes) or self.quotes[number - 1].owner != me:
            raise NotFound
        return self.quotes[number - 1]

    def price(self, quote):
        cents = sum(self.prices[kind] * count for kind, count in quote.lines)
        return cents - (cents + 4) // 5 if self.people[quote.owner]["role"] == "reseller" else cents

    def lines(self):
        sent = request.get_json()
        try:
            lines = tuple((item["kind"], item["count"]) for item in sent["items"])
        except (TypeError, KeyError) as error:
            raise BadRequest from error
        for kind, count in lines:
            if not isinstance(kind, str) or kind not in self.prices or isinstance(count, bool) or count not in range(1, 501) or not isinstance(count, int):
                raise BadRequest
        if not lines or set(sent) != {"items"}:
            raise BadRequest
        return lines


def lines_told(lines):
    return [{"kind": kind, "count": count} for kind, count in lines]


class View(MethodView):
    init_every_request = False

    def __init__(self, shop):
        self.shop = shop

    def dispatch_request(self, **given):
        with self.shop.lock:
            return super().dispatch_request(**given)

    def told(self, number):
        quote = self.shop.quote(number)
        return {"id": number, "items": lines_told(quote.lines), "total": self.shop.price(quote)}


class Login(View):
    def post(self):
        sent = request.get_json()
        match sent:
            case {"name": str(name), "password": str(password)} if name in self.shop.people:
                if self.shop.people[name]["password"] == password:
                    session.clear()
                    session["me"] = name
                    return {"name": name, "role": self.shop.people[name]["role"]}
        raise Unauthorized


class Quotes(View):
    def post(self):
        self.shop.quotes.append(Quote(self.shop.me(), self.shop.lines()))
        return self.told(len(self.shop.quotes)), 201


class OneQuote(View):
    def get(self, number):
        return self.told(number)

    def put(self, number):
        quote = self.shop.quote(number)
        if quote.order:
            raise Conflict
        quote.lines = self.shop.lines()
        return self.told(number)


class Ordering(View):
    def post(self, number):
        quote = self.shop.quote(number)
        if quote.order:
            raise Conflict
        quote.order = Order(len(self.shop.orders) + 1, quote.owner, quote.lines, self.shop.price(quote))
        self.shop.orders.append(quote.order)
        return quote.order.told(), 201


class Orders(View):
    def get(self):
        me = self.shop.me()
        everything = self.shop.people[me]["role"] == "workshop"
        return jsonify([order.told() for order in self.shop.orders if everything or order.customer == me])


class Rebate(View):
    def post(self, number):
        self.shop.me("workshop")
        found = [order for order in self.shop.orders if order.number == number]
        if not found:
            raise NotFound
        percent = (request.get_json(silent=True) or {}).get("percent")
        if type(percent) is not int or percent < 0 or percent > 50:
            raise BadRequest
        found[0].total = found[0].total * (100 - percent) // 100
        return found[0].told()


class Role(View):
    def put(self, name):
        self.shop.me("workshop")
        if name not in self.shop.people:
            raise NotFound
        swap = {"customer", "reseller"}
        role = request.get_json()["role"]
        if not isinstance(role, str) or role not in swap or self.shop.people[name]["role"] not in swap:
            raise BadRequest
        self.shop.people[name] = {**self.shop.people[name], "role": role}
        return {"name": name, "role": role}


def create_app(people, prices):
    app = Flask(__name__)
    app.secret_key = uuid.uuid4().bytes + uuid.uuid4().bytes
    shop = Shop({name: dict(person) for name, person in people.items()}, dict(prices))
    for path, view in (
        ("/login", Login), ("/quotes", Quotes), ("/quotes/<int:number>", OneQuote), ("/quotes/<int:number>/order", Ordering),
        ("/orders", Orders), ("/orders/<int:number>/rebate", Rebate), ("/people/<name>/role", Role),
    ):
        app.add_url_rule(path, view_func=view.as_view(view.__name__, shop))
    return app
