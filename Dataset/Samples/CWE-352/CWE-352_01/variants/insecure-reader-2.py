import secrets

from flask import Flask, redirect, render_template_string, request, session, url_for

LOGIN_PAGE = """<!doctype html>
<title>Login</title>
<form action="/login" method="post">
  <input name="name">
  <input name="password" type="password">
  <button>Log in</button>
</form>
"""

ADDRESS_PAGE = """<!doctype html>
<title>Address</title>
<form action="/address" method="post">
  <input name="address" type="text" value="{{ address }}">
  <button>Save</button>
</form>
"""


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)

    @app.get("/login")
    def login_form():
        return LOGIN_PAGE

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        customer = customers.get(name)
        if customer is None or customer["password"] != request.form.get("password"):
            return "Wrong name or password", 401
        session["name"] = name
        return redirect(url_for("address"))

    @app.route("/address", methods=["GET", "POST"])
    def address():
        name = session.get("name")
        if name not in customers:
            return redirect(url_for("login_form"))
        if request.method == "POST":
            customers[name]["address"] = request.form["address"]
            return redirect(url_for("address"))
        return render_template_string(ADDRESS_PAGE, address=customers[name]["address"])

    return app
