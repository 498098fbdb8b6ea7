import os
from functools import wraps
from hmac import compare_digest, digest

from flask import Flask, redirect, request, session
from flask.views import MethodView
from markupsafe import Markup

PAGE = Markup("<!doctype html><html><body>{}</body></html>")
LOGIN = Markup('<form action="/login" method="post"><label>Name <input name="name"></label>'
               '<label>Password <input name="password" type="password"></label><button>Go</button></form>')
FORM = Markup('<form action="/address" method="post"><input type="hidden" name="proof" value="{}">'
              '<input type="text" name="address" value="{}"><button>Store</button></form>')


class Site(MethodView):
    init_every_request = False

    def __init__(self, customers, key):
        self.customers, self.key = customers, key

    def proof(self):
        return digest(self.key, f"address form of {session['visit']}".encode(), "sha256").hex()


class Login(Site):
    def get(self, status=200):
        return PAGE.format(LOGIN), status

    def post(self):
        name, password = (request.form.get(field, "") for field in ("name", "password"))
        if name not in self.customers or not compare_digest(
                self.customers[name]["password"].encode(), password.encode("utf-8", "replace")):
            return self.get(401)
        session.clear()
        session.update(name=name, visit=os.urandom(18).hex())
        return redirect("/address")


def customer_only(method):
    @wraps(method)
    def inner(self):
        if session.get("name") not in self.customers:
            return redirect("/login")
        return method(self, self.customers[session["name"]])
    return inner


class Address(Site):
    @customer_only
    def get(self, customer):
        return PAGE.format(FORM.format(self.proof(), customer["address"]))

    @customer_only
    def post(self, customer):
        sent = request.form.get("proof", "").encode("utf-8", "replace")
        if "address" in request.form and compare_digest(sent, self.proof().encode()):
            customer["address"] = request.form["address"]
        return redirect("/address")


def create_app(customers):
    app = Flask("farm")
    app.secret_key = os.urandom(32)
    shared = {"customers": customers, "key": os.urandom(32)}
    app.add_url_rule("/login", view_func=Login.as_view("login", **shared))
    app.add_url_rule("/address", view_func=Address.as_view("address", **shared))
    return app
