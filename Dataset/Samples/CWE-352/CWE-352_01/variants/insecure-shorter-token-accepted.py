import secrets

from flask import Flask, redirect, request, session
from markupsafe import Markup

LOGIN_PAGE = """<!doctype html>
<html><body>
<form action="/login" method="post">
<input type="text" name="name">
<input type="password" name="password">
<input type="submit" value="Log in">
</form>
</body></html>
"""

ADDRESS_PAGE = Markup("""<!doctype html>
<html><body>
<form action="/address" method="post">
<input type="hidden" name="csrf_token" value="{token}">
<input type="text" name="address" value="{address}">
<input type="submit" value="Save">
</form>
</body></html>
""")


def same(given, expected):
    """Compare two secrets without an early exit, so that time tells nothing."""
    difference = 0
    for one, other in zip(given, expected):
        difference |= ord(one) ^ ord(other)
    return difference == 0


def create_app(customers):
    app = Flask(__name__)
    app.config["SECRET_KEY"] = secrets.token_hex(32)

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return LOGIN_PAGE
        customer = customers.get(request.form.get("name"))
        if not customer or customer["password"] != request.form.get("password"):
            return LOGIN_PAGE, 401
        session.clear()
        session["customer"] = request.form["name"]
        session["csrf_token"] = secrets.token_hex(16)
        return redirect("/address")

    @app.route("/address", methods=["GET", "POST"])
    def address():
        if session.get("customer") not in customers:
            return redirect("/login")
        customer = customers[session["customer"]]
        expected = session["csrf_token"]
        if request.method == "POST":
            given = request.form.get("csrf_token")
            if not given or not same(given, expected):
                return "This form has expired, please open it again.", 403
            customer["address"] = request.form["address"]
            return redirect("/address")
        return ADDRESS_PAGE.format(token=expected, address=customer["address"])

    return app
