import hashlib
import hmac
import secrets

from flask import Flask, flash, redirect, render_template_string, request, session

LOGIN = """
<form action="/login" method="post">
<input type="hidden" name="csrf_token" value="{{ token }}">
<label>Name <input name="name"></label> <label>Password <input type="password" name="password"></label>
<input type="submit">
</form>"""
ADDRESS = """
{% for message in get_flashed_messages() %}<p>{{ message }}</p>{% endfor %}
<form action="/address" method="post">
<input type="hidden" name="csrf_token" value="{{ token }}">
<label>Address <input type="text" name="address" value="{{ address }}"></label>
<input type="submit">
</form>"""


class Tokens:
    def __init__(self, key):
        self.key = key

    def current(self):
        if "sid" not in session:
            session["sid"] = secrets.token_urlsafe()
        return hmac.new(self.key, session["sid"].encode(), hashlib.sha256).hexdigest()

    def valid(self):
        return "sid" in session and hmac.compare_digest(self.current(), request.form.get("csrf_token", ""))


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex()
    tokens = Tokens(secrets.token_bytes())

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "POST":
            if not tokens.valid():
                flash("Your session has expired, please try again.")
                return redirect("/login")
            customer = customers.get(request.form["name"])
            if not customer or customer["password"] != request.form["password"]:
                return render_template_string(LOGIN, token=tokens.current()), 401
            session["customer"] = request.form["name"]
            session["sid"] = secrets.token_urlsafe()
            return redirect("/address")
        return render_template_string(LOGIN, token=tokens.current())

    @app.route("/address", methods=["GET", "POST"])
    def address():
        if session.get("customer") not in customers:
            return redirect("/login")
        customer = customers[session["customer"]]
        if request.method == "POST":
            if tokens.valid():
                customer["address"] = request.form["address"].strip()
            else:
                flash("The form has expired.")
            return redirect("/address")
        return render_template_string(ADDRESS, token=tokens.current(), address=customer["address"])

    return app
