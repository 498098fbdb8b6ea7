import secrets
from html import escape

from flask import Flask, redirect, request, session
from itsdangerous import BadData, URLSafeTimedSerializer

LOGIN = '<form action="/login" method="post"><input name="name"><input name="password" type="password"><button>Log in</button></form>'


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    signer = URLSafeTimedSerializer(app.secret_key, salt="csrf")

    def token_ok():
        try:
            signer.loads(request.form.get("csrf_token", ""), max_age=3600)
        except BadData:
            return False
        return True

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        customer = customers.get(request.form.get("name", ""))
        if customer is None or customer["password"] != request.form.get("password"):
            return LOGIN, 401
        session.clear()
        session["name"] = request.form["name"]
        return redirect("/address")

    @app.route("/address", methods=["GET", "POST"])
    def address():
        customer = customers.get(session.get("name"))
        if customer is None:
            return redirect("/login")
        if request.method == "POST":
            if not token_ok():
                return "The form has expired.", 403
            customer["address"] = request.form.get("address", customer["address"])
            return redirect("/address")
        token = signer.dumps(secrets.token_hex(8))
        return (f'<form action="/address" method="post"><input type="hidden" name="csrf_token" value="{token}">'
                f'<input type="text" name="address" value="{escape(customer["address"])}"><button>Save</button></form>')

    return app
