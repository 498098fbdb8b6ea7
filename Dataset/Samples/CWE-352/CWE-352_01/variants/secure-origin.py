import os
from urllib.parse import urlsplit

from flask import Flask, Response, redirect, request, session, url_for
from markupsafe import escape


def same_origin(req):
    source = req.headers.get("Origin") or req.headers.get("Referer")
    if not source:
        return False
    return urlsplit(source).netloc == req.host


def create_app(customers: dict) -> Flask:
    """The farm's customer pages."""
    app = Flask("farm")
    app.config["SECRET_KEY"] = os.urandom(24)

    @app.before_request
    def refuse_foreign_posts():
        if request.method not in ("GET", "HEAD", "OPTIONS") and not same_origin(request):
            return Response("Please use the form on our own page.", status=400)

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return (
                '<form method="post" action="/login"><input type="text" name="name">'
                '<input type="password" name="password"><input type="submit" value="Log in"></form>'
            )
        name, password = request.form["name"], request.form["password"]
        if name not in customers or customers[name]["password"] != password:
            return Response("Login failed", 401)
        session.clear()
        session["user"] = name
        return redirect(url_for("show_address"), code=303)

    @app.get("/address")
    def show_address():
        if "user" not in session:
            return redirect(url_for("login"))
        return (
            '<form method="POST" action="/address">'
            f'<input type="text" name="address" value="{escape(customers[session["user"]]["address"])}">'
            '<input type="submit" value="Save"></form>'
        )

    @app.post("/address")
    def store_address():
        if "user" not in session:
            return redirect(url_for("login"))
        customers[session["user"]]["address"] = request.form["address"]
        return redirect(url_for("show_address"), code=303)

    return app


if __name__ == "__main__":
    create_app({"ada": {"password": "beet", "address": "1 Hill Road"}}).run(debug=True)
