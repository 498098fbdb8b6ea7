import secrets
from functools import wraps
from html import escape

from flask import Flask, redirect, request, session

PAGE = "<!doctype html><html><body>{}</body></html>"


def _same(given, expected):
    """Compares two tokens in constant time."""
    difference = 0
    for a, b in zip(given.encode(), expected.encode()):
        difference |= a ^ b
    return difference == 0


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)

    def logged_in(view):
        @wraps(view)
        def wrapper():
            name = session.get("name")
            return view(name) if name in customers else redirect("/login")
        return wrapper

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "POST":
            name, password = request.form.get("name"), request.form.get("password")
            if name not in customers or customers[name]["password"] != password:
                return "Wrong name or password.", 401
            session.clear()
            session.update(name=name, token=secrets.token_hex(16))
            return redirect("/address")
        return PAGE.format('<form action="/login" method="post"><input name="name">'
                           '<input name="password" type="password"><button>Log in</button></form>')

    @app.get("/address", endpoint="show")
    @logged_in
    def show(name):
        return PAGE.format(
            '<form action="/address" method="post">'
            f'<input type="hidden" name="token" value="{session["token"]}">'
            f'<input type="text" name="address" value="{escape(customers[name]["address"])}">'
            '<button>Save</button></form>')

    @app.post("/address", endpoint="change")
    @logged_in
    def change(name):
        token = request.form.get("token")
        if not token or not _same(token, session["token"]):
            return "This form is not ours.", 403
        customers[name]["address"] = request.form.get("address", "")
        return redirect("/address")

    return app
