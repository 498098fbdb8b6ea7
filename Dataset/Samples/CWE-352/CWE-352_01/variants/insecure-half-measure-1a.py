import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html>
<title>Log in</title>
<form action="/login" method="post">
<label>Name <input type="text" name="name"></label>
<label>Password <input type="password" name="password"></label>
<button>Log in</button>
</form>
"""

ADDRESS = """<!doctype html>
<title>Your address</title>
<form action="/address" method="post">
<input type="hidden" name="token" value="{{ token }}">
<label>Address <input type="text" name="address" value="{{ address }}"></label>
<button>Save</button>
</form>
"""


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)

    @app.get("/login")
    def login_form():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        customer = customers.get(name)
        if customer is None or not hmac.compare_digest(
            customer["password"].encode(), password.encode()
        ):
            return LOGIN, 401
        session.clear()
        session["name"] = name
        session["token"] = secrets.token_urlsafe(32)
        return redirect("/address", 303)

    @app.get("/address")
    def address_form():
        if session.get("name") not in customers:
            return redirect("/login", 303)
        if "token" not in session:
            session["token"] = secrets.token_urlsafe(32)
        address = customers[session["name"]]["address"]
        return render_template_string(ADDRESS, token=session["token"], address=address)

    @app.post("/address")
    def save_address():
        if session.get("name") not in customers:
            return redirect("/login", 303)
        if request.form.get("token") != session.get("token"):
            # Nobody shall guess twice: the next form gets a new token.
            session.pop("token", None)
            abort(403)
        customers[session["name"]]["address"] = request.form["address"]
        return redirect("/address", 303)

    return app
