import hmac
import secrets

from flask import Flask, redirect, render_template_string, request, session
from itsdangerous import BadData, URLSafeTimedSerializer

LOGIN = """<!doctype html><title>Login</title>
<form action="/login" method="post">
<input name="name"><input name="password" type="password"><button>Log in</button></form>"""

ADDRESS = """<!doctype html><title>Address</title>
<form action="/address" method="post">
<input type="hidden" name="form_token" value="{{ token }}">
<input name="address" value="{{ address }}"><button>Save</button></form>"""


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config["SESSION_COOKIE_HTTPONLY"] = True
    signer = URLSafeTimedSerializer(app.secret_key, salt="address-form")

    def new_token():
        return signer.dumps({"form": "address", "nonce": secrets.token_hex(8)})

    def token_is_ours(token):
        try:
            return signer.loads(token, max_age=7200).get("form") == "address"
        except BadData:
            return False

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        customer = customers.get(name)
        if customer is None or not hmac.compare_digest(
                customer["password"].encode(), password.encode()):
            return "Wrong name or password", 401
        session.clear()
        session["name"] = name
        return redirect("/address", 303)

    @app.get("/address")
    def address_page():
        if session.get("name") not in customers:
            return redirect("/login", 303)
        return render_template_string(
            ADDRESS, token=new_token(), address=customers[session["name"]]["address"])

    @app.post("/address")
    def change_address():
        if session.get("name") not in customers:
            return redirect("/login", 303)
        if not token_is_ours(request.form.get("form_token", "")):
            return "The form is too old, please open it again", 403
        if "address" in request.form:
            customers[session["name"]]["address"] = request.form["address"]
        return redirect("/address", 303)

    return app
