from flask import Flask, redirect, request, session
from html import escape


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = "farm-" + str(id(app))

    def from_our_site():
        return request.host in request.headers.get("Referer", "") or request.host in request.headers.get("Origin", "")

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "POST":
            name = request.form.get("name")
            if name in customers and customers[name]["password"] == request.form.get("password"):
                session["name"] = name
                return redirect("/address")
            return "Sorry, that is wrong.", 401
        return """<form action="/login" method="post">Name: <input name="name">
            Password: <input type="password" name="password"><input type="submit"></form>"""

    @app.route("/address", methods=["GET", "POST"])
    def address():
        name = session.get("name")
        if not name:
            return redirect("/login")
        if request.method == "POST":
            if not from_our_site():
                return "Forbidden", 403
            customers[name]["address"] = request.form["address"]
            return redirect("/address")
        return f"""<form action="/address" method="post">
            <input type="text" name="address" value="{escape(customers[name]['address'])}">
            <input type="submit" value="Change"></form>"""

    return app
