"""Sample boxes. All that the server knows is one immutable state; each request
reads its body first, and then puts a new state in place of the old one under a
lock. After a change of the password the visit that changed it has a new id,
too. An id that leads nowhere is taken out of the browser."""
import secrets
import threading
from dataclasses import dataclass, field, replace
from types import MappingProxyType as Frozen

from flask import Flask, jsonify, request
from flask.views import View


@dataclass(frozen=True)
class Account:
    password: str
    address: object
    orders: tuple = ()
    changes: int = 0            # how often the password was changed


@dataclass(frozen=True)
class Visit:
    box: tuple = ()
    name: str | None = None
    changes: int = 0            # as they were at the login


@dataclass(frozen=True)
class State:
    accounts: Frozen
    visits: Frozen = field(default_factory=lambda: Frozen({}))
    orders: int = 0

    def visit(self, number):
        visit = self.visits.get(number)
        if visit is not None and visit.name is not None and self.accounts[visit.name].changes != visit.changes:
            return None
        return visit

    def with_visit(self, number, visit, instead_of=None):
        rest = {n: v for n, v in self.visits.items() if n != instead_of}
        return replace(self, visits=Frozen(rest | {number: visit}))

    def with_account(self, name, account):
        return replace(self, accounts=Frozen(self.accounts | {name: account}))


class Stop(Exception):
    def __init__(self, status):
        self.status = status


def fresh():
    return f"{secrets.randbits(256):064x}"


# What the routes do: (state, number, visit, body) -> state, number, answer

def show_box(state, number, visit, body):
    return state, number, list(visit.box if visit else ())


def put(state, number, visit, body):
    number = number or fresh()
    visit = visit or Visit()
    visit = replace(visit, box=(*visit.box, body["tile"]))
    return state.with_visit(number, visit), number, list(visit.box)


def check(state, name, password):
    account = state.accounts.get(name) if isinstance(name, str) else None
    if account is None or not isinstance(password, str) or not secrets.compare_digest(
            account.password.encode("utf-8", "surrogatepass"), password.encode("utf-8", "surrogatepass")):
        raise Stop(403)
    return account


def login(state, number, visit, body):
    name = body.get("name")
    account = check(state, name, body.get("password"))
    new = fresh()
    visit = replace(visit or Visit(), name=name, changes=account.changes)
    return state.with_visit(new, visit, instead_of=number), new, {"name": name}


def logout(state, number, visit, body):
    new = fresh()
    return state.with_visit(new, Visit(), instead_of=number), new, {}


def member(visit):
    if visit is None or visit.name is None:
        raise Stop(401)
    return visit.name


def me(state, number, visit, body):
    name = member(visit)
    account = state.accounts[name]
    return state, number, {"name": name, "address": account.address, "orders": [
        {"order": order, "tiles": list(tiles)} for order, tiles in account.orders]}


def order(state, number, visit, body):
    name = member(visit)
    account, made = state.accounts[name], (state.orders + 1, visit.box)
    state = replace(state, orders=state.orders + 1)
    state = state.with_account(name, replace(account, orders=(*account.orders, made)))
    state = state.with_visit(number, replace(visit, box=()))
    return state, number, {"order": made[0], "tiles": list(made[1])}


def password(state, number, visit, body):
    name = member(visit)
    account = check(state, name, body.get("old"))
    if not isinstance(body.get("new"), str):
        raise Stop(400)
    account = replace(account, password=body["new"], changes=account.changes + 1)
    new = fresh()
    state = replace(state.with_account(name, account), visits=Frozen(
        {n: v for n, v in state.visits.items() if v.name != name}))
    state = state.with_visit(new, replace(visit, changes=account.changes), instead_of=number)
    return state, new, {}


ROUTES = {("GET", "/box"): (show_box, ()), ("POST", "/box"): (put, ("tile",)),
          ("POST", "/login"): (login, ()), ("POST", "/logout"): (logout, ()),
          ("GET", "/me"): (me, ()), ("POST", "/order"): (order, ()), ("POST", "/password"): (password, ())}


class Route(View):
    init_every_request = False

    def __init__(self, app, action, needed):
        self.app, self.action, self.needed = app, action, needed

    def dispatch_request(self):
        body = request.get_json(silent=True, force=True) if request.method == "POST" else None
        body = body if isinstance(body, dict) else {}
        sent = request.cookies.get("visit")
        if any(name not in body for name in self.needed):
            return jsonify(error="incomplete"), 400
        with self.app.lock:
            visit = self.app.state.visit(sent)
            number = sent if visit is not None else None
            try:
                self.app.state, number, answer = self.action(self.app.state, number, visit, body)
            except Stop as stop:
                response = jsonify(error=stop.status)
                response.status_code = stop.status
            else:
                response = jsonify(answer)
        if number is None and sent is not None:
            response.delete_cookie("visit")
        elif number != sent:
            response.set_cookie("visit", number, httponly=True, samesite="Strict")
        return response


class Shop(Flask):
    def __init__(self, accounts):
        super().__init__(__name__)
        self.lock = threading.Lock()
        self.state = State(Frozen({name: Account(account["password"], account["address"])
                                   for name, account in accounts.items()}))
        for (method, path), (action, needed) in ROUTES.items():
            self.add_url_rule(path, methods=[method], view_func=Route.as_view(
                action.__name__, self, action, needed))


def create_app(accounts):
    return Shop(accounts)
