from flask import (Flask, redirect, render_template_string, request, session,
                   url_for)

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
  <input type="text" name="address" value="{{ address }}">
  <button>Save</button>
</form>
"""


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = "secret"

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return LOGIN_PAGE
        name = request.form.get("name")
        password = request.form.get("password")
        customer = customers.get(name)
        if customer is None or customer["password"] != password:
            return LOGIN_PAGE, 401
        session["name"] = name
        return redirect(url_for("address"))

    @app.route("/address", methods=["GET", "POST"])
    def address():
        name = session.get("name")
        if name not in customers:
            return redirect(url_for("login"))
        if request.method == "POST":
            customers[name]["address"] = request.form["address"]
            return redirect(url_for("address"))
        return render_template_string(
            ADDRESS_PAGE, address=customers[name]["address"]
        )

    return app
