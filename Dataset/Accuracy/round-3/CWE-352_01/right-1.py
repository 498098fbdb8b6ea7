import secrets

from flask import Flask, redirect, request, session
from flask.views import MethodView
from itsdangerous import BadSignature, URLSafeSerializer
from markupsafe import Markup
from werkzeug.exceptions import Forbidden, Unauthorized

FORM = Markup('<!doctype html>\n<form action="{}" method="post">{}<button>OK</button></form>')
FIELD = Markup('<input name="{}" type="{}" value="{}">')


def form(action, *fields):
    return str(FORM.format(action, Markup("").join(FIELD.format(*field) for field in fields)))


class Stamp:
    """Signs the pair of a customer and one login; good for that login only."""

    def __init__(self):
        self._signer = URLSafeSerializer(secrets.token_bytes(32), salt="address form")

    def make(self, visit):
        return self._signer.dumps(visit)

    def verify(self, text, visit):
        try:
            if self._signer.loads(text) == visit:
                return
        except BadSignature:
            pass
        raise Forbidden("not the form of this site")


class Login(MethodView):
    init_every_request = False

    def __init__(self, customers):
        self.customers = customers

    def get(self):
        return form("/login", ("name", "text", ""), ("password", "password", ""))

    def post(self):
        name = request.form.get("name", "")
        try:
            right = secrets.compare_digest(
                self.customers[name]["password"].encode(), request.form["password"].encode())
        except KeyError:
            raise Unauthorized()
        if not right:
            raise Unauthorized()
        session.clear()
        session["visit"] = [name, secrets.token_hex(16)]
        return redirect("/address")


class Address(MethodView):
    init_every_request = False

    def __init__(self, customers, stamp):
        self.customers, self.stamp = customers, stamp

    def dispatch_request(self, **values):
        visit = session.get("visit")
        if not visit or visit[0] not in self.customers:
            return redirect("/login")
        return super().dispatch_request(visit=visit, **values)

    def get(self, visit):
        present = self.customers[visit[0]]["address"]
        return form("/address", ("stamp", "hidden", self.stamp.make(visit)), ("address", "text", present))

    def post(self, visit):
        self.stamp.verify(request.form.get("stamp", ""), visit)
        self.customers[visit[0]]["address"] = request.form["address"]
        return redirect("/address")


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.add_url_rule("/login", view_func=Login.as_view("login", customers))
    app.add_url_rule("/address", view_func=Address.as_view("address", customers, Stamp()))
    return app
