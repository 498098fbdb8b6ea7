import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN_PAGE = """<!doctype html><title>Login</title>
<form action="/login" method="post">
  <input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

ADDRESS_PAGE = """<!doctype html><title>Delivery address</title>
<form action="/address" method="post">
  <input type="hidden" name="token" value="{{ token }}">
  <input name="address" value="{{ address }}"> <button>Save</button>
</form>"""


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    token = secrets.token_hex(16)

    @app.get("/login")
    def login_page():
        return LOGIN_PAGE

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        customer = customers.get(name)
        if customer is None or customer["password"] != request.form.get("password"):
            return "Wrong name or password", 401
        session["name"] = name
        return redirect("/address")

    @app.route("/address", methods=["GET", "POST"])
    def address():
        customer = customers.get(session.get("name"))
        if customer is None:
            return redirect("/login")
        if request.method == "POST":
            if not secrets.compare_digest(request.form.get("token", "").encode(), token.encode()):
                abort(403)
            customer["address"] = request.form["address"]
            return redirect("/address")
        return render_template_string(ADDRESS_PAGE, address=customer["address"], token=token)

    return app
