import secrets
from collections import defaultdict, deque
from html import escape
from string import Template

from flask import Flask, Response, make_response, redirect, request, session

PAGES = {
    "login": Template('<!doctype html><form action="/login" method="post">'
                      '<input name="name"><input name="password" type="password">'
                      '<input type="submit"></form>'),
    "address": Template('<!doctype html><form action="/address" method="post">'
                        '<input name="address" type="text" value="$address">'
                        '<input name="ticket" type="hidden" value="$ticket">'
                        '<input type="submit"></form>'),
}


class Tickets:
    """One-time tickets, some of which may be open at a time for every session."""

    def __init__(self, limit=50):
        self._open = defaultdict(lambda: deque(maxlen=limit))

    def issue(self, owner):
        ticket = secrets.token_urlsafe(24)
        self._open[owner].append(ticket)
        return ticket

    def spend(self, owner, ticket):
        self._open[owner].remove(ticket)


def create_app(customers):
    app = Flask(__name__)
    app.config.from_mapping(SECRET_KEY=secrets.token_bytes(64), SESSION_COOKIE_SAMESITE="Strict")
    tickets = Tickets()

    def page(name, **values):
        safe = {key: escape(value, quote=True) for key, value in values.items()}
        return Response(PAGES[name].substitute(safe), mimetype="text/html")

    @app.route("/login", methods=("GET", "POST"))
    def login():
        if request.method != "POST":
            return page("login")
        match request.form.to_dict():
            case {"name": name, "password": password} if (
                    name in customers and customers[name]["password"] == password):
                session.clear()
                session["who"] = [name, secrets.token_hex(16)]
                return redirect("/address", code=303)
        return make_response(page("login"), 401)

    @app.route("/address", methods=("GET", "POST"))
    def address():
        try:
            name, visit = session["who"]
            customer = customers[name]
        except KeyError:
            return redirect("/login", code=303)
        if request.method == "POST":
            try:
                tickets.spend(visit, request.form.get("ticket"))
            except ValueError:
                return Response("Please use the form of this site.", 400)
            customer["address"] = request.form["address"]
            return redirect("/address", code=303)
        return page("address", address=customer["address"], ticket=tickets.issue(visit))

    return app
