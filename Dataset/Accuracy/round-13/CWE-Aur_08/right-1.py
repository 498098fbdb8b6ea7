"""Method views; immutable records; the state is the fold of what has happened."""
import secrets
import threading
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from fractions import Fraction
from hmac import compare_digest
from math import floor

from flask import Flask, request, session
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, Conflict, Forbidden, HTTPException, NotFound, Unauthorized


class Role(StrEnum):
    CUSTOMER = "customer"
    RESELLER = "reseller"
    WORKSHOP = "workshop"


SHARE = {Role.RESELLER: Fraction(4, 5)}
GIVEN = {Role.CUSTOMER, Role.RESELLER}


@dataclass(frozen=True)
class Item:
    kind: str
    count: int


@dataclass(frozen=True)
class Quote:
    owner: str
    items: tuple
    ordered: bool = False


@dataclass(frozen=True)
class Order:
    number: int
    customer: str
    items: tuple
    total: int


class Shop:
    def __init__(self, people, prices):
        self.people, self.prices = people, dict(prices)
        self.quotes: dict[int, Quote] = {}
        self.orders: dict[int, Order] = {}
        self.lock = threading.RLock()

    def role(self, name):
        return Role(self.people[name]["role"])

    def total(self, items, name):
        full = sum(self.prices[i.kind] * i.count for i in items)
        return floor(full * SHARE.get(self.role(name), 1))

    def own(self, name, id):
        match self.quotes.get(id):
            case Quote(owner=owner) as quote if owner == name:
                return quote
        raise NotFound

    def items(self, wanted):
        match wanted:
            case [_, *_]:
                return tuple(map(self.item, wanted))
        raise BadRequest("items")

    def item(self, wanted):
        match wanted:
            case {"kind": str(kind), "count": int(count), **more}:
                if more or kind not in self.prices or isinstance(count, bool) or not 0 < count < 501:
                    raise BadRequest("item")
                return Item(kind, count)
        raise BadRequest("item")


def body(*keys):
    data = request.get_json(silent=True)
    if not isinstance(data, dict) or not data.keys() <= set(keys):
        raise BadRequest("body")
    return data


class View(MethodView):
    roles = frozenset(Role)

    def __init__(self, shop):
        self.shop = shop

    def dispatch_request(self, **values):
        with self.shop.lock:
            self.me = session.get("name")
            if self.me not in self.shop.people:
                raise Unauthorized
            if self.shop.role(self.me) not in self.roles:
                raise Forbidden
            return super().dispatch_request(**values)

    def show(self, id):
        quote = self.shop.own(self.me, id)
        return {"id": id, "items": [asdict(i) for i in quote.items], "total": self.shop.total(quote.items, self.me)}


class Login(View):
    def dispatch_request(self):
        data = request.get_json(silent=True)
        match data:
            case {"name": str(name), "password": str(password)} if name in self.shop.people:
                known = self.shop.people[name].get("password")
                if isinstance(known, str) and compare_digest(*(s.encode("utf-8", "replace") + b"." + repr(s).encode()
                                                               for s in (known, password))):
                    session.clear()
                    session["name"] = name
                    return {"name": name, "role": str(self.shop.role(name))}
        raise Unauthorized


class Quotes(View):
    def post(self):
        items = self.shop.items(body("items").get("items"))
        id = len(self.shop.quotes) + 1
        self.shop.quotes[id] = Quote(self.me, items)
        return self.show(id), 201


class OneQuote(View):
    def get(self, id):
        return self.show(id)

    def put(self, id):
        quote = self.shop.own(self.me, id)
        if quote.ordered:
            raise Conflict
        self.shop.quotes[id] = replace(quote, items=self.shop.items(body("items").get("items")))
        return self.show(id)


class PlaceOrder(View):
    def post(self, id):
        quote = self.shop.own(self.me, id)
        if quote.ordered:
            raise Conflict
        body()
        number = len(self.shop.orders) + 1
        order = Order(number, self.me, quote.items, self.shop.total(quote.items, self.me))
        self.shop.quotes[id] = replace(quote, ordered=True)
        self.shop.orders[number] = order
        return asdict(order), 201


class Orders(View):
    def get(self):
        everything = self.shop.role(self.me) is Role.WORKSHOP
        return [asdict(o) for o in self.shop.orders.values() if everything or o.customer == self.me]


class Rebate(View):
    roles = {Role.WORKSHOP}

    def post(self, number):
        order = self.shop.orders.get(number)
        if order is None:
            raise NotFound
        percent = body("percent").get("percent")
        if type(percent) is not int or percent not in range(51):
            raise BadRequest("percent")
        self.shop.orders[number] = replace(order, total=floor(order.total * Fraction(100 - percent, 100)))
        return asdict(self.shop.orders[number])


class GiveRole(View):
    roles = {Role.WORKSHOP}

    def put(self, name):
        if name not in self.shop.people:
            raise NotFound
        role = body("role").get("role")
        if not isinstance(role, str) or role not in GIVEN:
            raise BadRequest("role")
        if self.shop.role(name) not in GIVEN:
            raise Conflict("one of the workshop")
        self.shop.people[name]["role"] = role
        return {"name": name, "role": role}


def create_app(people, prices):
    app, shop = Flask(__name__), Shop(people, prices)
    app.secret_key = secrets.token_bytes(24)
    for path, view in {"/login": Login, "/quotes": Quotes, "/quotes/<int:id>": OneQuote,
                       "/quotes/<int:id>/order": PlaceOrder, "/orders": Orders,
                       "/orders/<int:number>/rebate": Rebate, "/people/<name>/role": GiveRole}.items():
        methods = ["POST"] if view is Login else None
        app.add_url_rule(path, view_func=view.as_view(view.__name__, shop), methods=methods)

    @app.errorhandler(HTTPException)
    def tell(error):
        return {"error": error.name}, error.code

    return app
