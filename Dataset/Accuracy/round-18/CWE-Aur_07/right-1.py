"""Sample boxes. Visits are immutable records, kept under the hash of their id; passwords only as salted hashes."""
import hashlib
import hmac
import os
import threading
from dataclasses import dataclass, field, replace
from functools import wraps

from flask import Blueprint, Flask, current_app, make_response, request
from werkzeug.exceptions import BadRequest, Forbidden, Unauthorized


@dataclass(frozen=True)
class Visit:
    box: tuple = ()
    account: "Account | None" = None


@dataclass(eq=False)
class Account:
    name: str
    address: str
    secret: tuple = ()
    orders: list = field(default_factory=list)

    @staticmethod
    def _hash(salt, password):
        return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, 2000)

    def set_password(self, password):
        salt = os.urandom(16)
        self.secret = salt, self._hash(salt, password)

    def knows(self, password):
        if not isinstance(password, str):
            return False
        salt, wanted = self.secret
        return hmac.compare_digest(wanted, self._hash(salt, password))


class Shop:
    def __init__(self, accounts):
        self.lock = threading.RLock()
        self.accounts, self.visits, self.orders = {}, {}, 0
        for name, given in accounts.items():
            account = self.accounts[name] = Account(name, given["address"])
            account.set_password(given["password"])

    @staticmethod
    def place(key):
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()

    def find(self, key):
        return None if key is None else self.visits.get(self.place(key))

    def keep(self, key, visit):
        """Puts the visit in the place of the one with this id, or, without an id, under a new one."""
        key = key or os.urandom(20).hex()
        self.visits[self.place(key)] = visit
        return key

    def end(self, key):
        if key is not None:
            self.visits.pop(self.place(key), None)


boxes = Blueprint("boxes", __name__)


def route(path, method, member=False):
    """A route whose function gets (shop, id, visit, body) and returns (answer, id)."""
    def decorate(function):
        @wraps(function)
        def view():
            shop = current_app.extensions["shop"]
            body = request.get_json(silent=True) if method == "POST" else None
            body = body if isinstance(body, dict) else {}
            with shop.lock:
                key = request.cookies.get("visit")
                visit = shop.find(key)
                if visit is None:
                    key = None
                if member and (visit is None or visit.account is None):
                    raise Unauthorized
                data, now = function(shop, key, visit or Visit(), body)
                response = make_response(current_app.json.response(data))
            if now != key:
                response.set_cookie("visit", now, httponly=True, samesite="Strict", path="/")
            response.headers["Cache-Control"] = "no-store"
            return response
        boxes.add_url_rule(path, view_func=view, methods=[method], endpoint=function.__name__)
        return function
    return decorate


@route("/box", "GET")
def look(shop, key, visit, body):
    return list(visit.box), key


@route("/box", "POST")
def put(shop, key, visit, body):
    if not isinstance(body.get("tile"), str):
        raise BadRequest
    visit = replace(visit, box=visit.box + (body["tile"],))
    return list(visit.box), shop.keep(key, visit)


@route("/login", "POST")
def login(shop, key, visit, body):
    name = body.get("name")
    account = shop.accounts.get(name) if isinstance(name, str) else None
    if account is None or not account.knows(body.get("password")):
        raise Forbidden
    shop.end(key)
    return {"name": name}, shop.keep(None, replace(visit, account=account))


@route("/logout", "POST")
def logout(shop, key, visit, body):
    shop.end(key)
    return {}, shop.keep(None, Visit())


@route("/me", "GET", member=True)
def me(shop, key, visit, body):
    account = visit.account
    return {"name": account.name, "address": account.address, "orders": account.orders}, key


@route("/order", "POST", member=True)
def order(shop, key, visit, body):
    shop.orders += 1
    made = {"order": shop.orders, "tiles": list(visit.box)}
    visit.account.orders.append(made)
    return made, shop.keep(key, replace(visit, box=()))


@route("/password", "POST", member=True)
def password(shop, key, visit, body):
    if not visit.account.knows(body.get("old")):
        raise Forbidden
    if not isinstance(body.get("new"), str):
        raise BadRequest
    visit.account.set_password(body["new"])
    shop.visits = {place: other for place, other in shop.visits.items() if other.account is not visit.account}
    return {}, shop.keep(None, visit)  # this visit goes on, under a new id


def create_app(accounts):
    app = Flask("boxes")
    app.extensions["shop"] = Shop(accounts)
    app.register_blueprint(boxes)
    return app
