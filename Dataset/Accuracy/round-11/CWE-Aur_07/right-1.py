"""One object for the shop, with one lock; a request finds its visit when its body is there."""
import hashlib
import os
import threading
from base64 import b32encode
from dataclasses import dataclass, field
from typing import Optional

from flask import Flask, Response, json, make_response, request


class Refused(Exception):
    def __init__(self, status):
        self.status = status


@dataclass(eq=False)
class Account:
    name: str
    password: str
    address: object
    orders: list = field(default_factory=list)


@dataclass(eq=False)
class Visit:
    id: str = field(default_factory=lambda: b32encode(os.urandom(20)).decode().lower())
    box: list = field(default_factory=list)
    account: Optional[Account] = None


class Shop:
    def __init__(self, accounts):
        self.lock = threading.Lock()
        self.accounts = {n: Account(n, a["password"], a["address"]) for n, a in accounts.items()}
        self.visits = {}
        self.count = 0

    # ---- visits

    def start(self, old=None, box=(), account=None):
        """A new visit in place of the old one, of which nothing can be found any more."""
        if old is not None:
            self.visits.pop(old.id, None)
        new = Visit(box=list(box), account=account)
        self.visits[new.id] = new
        return new

    def check(self, account, password):
        def digest(text):
            return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        if account is None or not isinstance(password, str) or digest(password) != digest(account.password):
            raise Refused(403)

    def member(self, visit):
        if visit is None or visit.account is None:
            raise Refused(401)
        return visit.account

    # ---- routes: each takes the visit, if any, and the body; it returns the answer and the visit

    def get_box(self, visit, body):
        return (list(visit.box) if visit else []), visit

    def post_box(self, visit, body):
        if not isinstance(body.get("tile"), str):
            raise Refused(400)
        visit = visit or self.start()
        visit.box += [body["tile"]]
        return list(visit.box), visit

    def post_login(self, visit, body):
        name = body.get("name")
        account = self.accounts.get(name) if isinstance(name, str) else None
        self.check(account, body.get("password"))
        return {"name": name}, self.start(visit, visit.box if visit else (), account)

    def post_logout(self, visit, body):
        return {}, self.start(visit)

    def get_me(self, visit, body):
        account = self.member(visit)
        return {"name": account.name, "address": account.address, "orders": account.orders}, visit

    def post_order(self, visit, body):
        account = self.member(visit)
        self.count += 1
        order = {"order": self.count, "tiles": visit.box}
        visit.box = []
        account.orders.append(order)
        return order, visit

    def post_password(self, visit, body):
        account = self.member(visit)
        self.check(account, body.get("old"))
        if not isinstance(body.get("new"), str):
            raise Refused(400)
        account.password = body["new"]
        self.visits = {i: v for i, v in self.visits.items() if v is visit or v.account is not account}
        return {}, visit

    # ---- from HTTP and back

    def handle(self):
        body = request.get_json(silent=True) if request.method == "POST" else None
        if not isinstance(body, dict):
            body = {}
        known = request.cookies.get("visit")
        with self.lock:
            visit = self.visits.get(known) if known else None
            try:
                act = getattr(self, request.method.lower().replace("head", "get") + request.path.replace("/", "_"))
                answer, visit = act(visit, body)
            except Refused as refused:
                return Response("{}", refused.status, mimetype="application/json")
            response = make_response(json.dumps(answer))
        response.mimetype = "application/json"
        if visit is not None and visit.id != known:
            response.set_cookie("visit", visit.id, httponly=True, samesite="Lax")
        return response


def create_app(accounts):
    app, shop = Flask(__name__), Shop(accounts)
    for rule, methods in {"/box": ["GET", "POST"], "/login": ["POST"], "/logout": ["POST"],
                          "/me": ["GET"], "/order": ["POST"], "/password": ["POST"]}.items():
        app.add_url_rule(rule, rule, shop.handle, methods=methods)
    return app
