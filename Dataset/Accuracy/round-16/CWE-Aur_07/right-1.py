"""Sample boxes. The server keeps digests of ids only, and each account has an era, which a new password ends."""
import hashlib
import hmac
import secrets
import threading
from dataclasses import dataclass, field

from flask import Flask, Response, current_app, json, request
from flask.views import MethodView


@dataclass
class Account:
    name: str
    address: object
    salt: bytes
    digest: bytes = b""
    era: int = 0
    orders: list = field(default_factory=list)

    def set(self, password):
        self.digest = self._stretch(password)

    def knows(self, password):
        return isinstance(password, str) and hmac.compare_digest(self.digest, self._stretch(password))

    def _stretch(self, password):
        return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), self.salt, 5000)


@dataclass(frozen=True)
class Visit:
    box: tuple = ()
    account: Account | None = None
    era: int = 0

    def over(self):
        return self.account is not None and self.era != self.account.era


class Shop:
    def __init__(self, accounts):
        self.accounts = {}
        for name, entry in accounts.items():
            account = Account(name, entry["address"], secrets.token_bytes(16))
            account.set(entry["password"])
            self.accounts[name] = account
        self._visits = {}
        self.made = 0
        self.lock = threading.RLock()

    @staticmethod
    def _place(key):
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()

    def visit(self, key):
        found = self._visits.get(self._place(key)) if key else None
        if found is not None and found.over():
            del self._visits[self._place(key)]
            return None
        return found

    def replace(self, key, visit):
        self._visits[self._place(key)] = visit

    def open(self, visit, instead_of=None):
        if instead_of:
            self._visits.pop(self._place(instead_of), None)
        key = secrets.token_urlsafe(24)
        self.replace(key, visit)
        return key


class Route(MethodView):
    members_only = False
    init_every_request = True

    def dispatch_request(self):
        self.shop = current_app.extensions["shop"]
        with self.shop.lock:
            self.key = request.cookies.get("visit")
            self.visit = self.shop.visit(self.key)
            self.fresh = None
            account = self.visit.account if self.visit else None
            if self.members_only and account is None:
                return self.answer({"error": "log in first"}, 401)
            self.account = account
            response = super().dispatch_request()
        if self.fresh:
            response.set_cookie("visit", self.fresh, httponly=True, samesite="Strict", path="/")
        response.headers["Cache-Control"] = "no-store"
        return response

    @staticmethod
    def answer(data, status=200):
        return Response(json.dumps(data), status, mimetype="application/json")

    def sent(self, name):
        data = request.get_json(force=True, silent=True)
        return data.get(name) if isinstance(data, dict) else None

    def become(self, visit):
        """The visit goes on as this one, under the same id."""
        self.shop.replace(self.key, visit)


class Box(Route):
    def get(self):
        return self.answer(list(self.visit.box) if self.visit else [])

    def post(self):
        tile = self.sent("tile")
        if tile is None:
            return self.answer({"error": "which tile?"}, 422)
        now = self.visit or Visit()
        then = Visit(now.box + (tile,), now.account, now.era)
        if self.visit:
            self.become(then)
        else:
            self.fresh = self.shop.open(then)
        return self.answer(list(then.box))


class Login(Route):
    def post(self):
        name = self.sent("name")
        account = self.shop.accounts.get(name) if isinstance(name, str) else None
        if account is None or not account.knows(self.sent("password")):
            return self.answer({"error": "no"}, 403)
        box = self.visit.box if self.visit else ()
        self.fresh = self.shop.open(Visit(box, account, account.era), instead_of=self.key)
        return self.answer({"name": account.name})


class Logout(Route):
    def post(self):
        self.fresh = self.shop.open(Visit(), instead_of=self.key)
        return self.answer({})


class Me(Route):
    members_only = True

    def get(self):
        return self.answer({"name": self.account.name, "address": self.account.address,
                            "orders": self.account.orders})


class Order(Route):
    members_only = True

    def post(self):
        self.shop.made += 1
        order = {"order": self.shop.made, "tiles": list(self.visit.box)}
        self.account.orders.append(order)
        self.become(Visit((), self.account, self.visit.era))
        return self.answer(order)


class Password(Route):
    members_only = True

    def post(self):
        new = self.sent("new")
        if not self.account.knows(self.sent("old")):
            return self.answer({"error": "no"}, 403)
        if not isinstance(new, str):
            return self.answer({"error": "which one?"}, 422)
        self.account.set(new)
        self.account.era += 1                      # all visits of the account are over ...
        self.fresh = self.shop.open(Visit(self.visit.box, self.account, self.account.era),
                                    instead_of=self.key)    # ... and this one goes on under a new id
        return self.answer({})


def create_app(accounts):
    app = Flask("samples")
    app.extensions["shop"] = Shop(accounts)
    for route in (Box, Login, Logout, Me, Order, Password):
        name = route.__name__.lower()
        app.add_url_rule(f"/{name}", view_func=route.as_view(name))
    return app
