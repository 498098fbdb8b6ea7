import os

from flask import Flask, abort, redirect, render_template_string, request, session

FORM = """<form action="{{ url }}" method="post">
{% if token %}<input type="hidden" name="csrf" value="{{ token }}">{% endif %}
{% for field in fields %}<input name="{{ field }}" value="{{ fields[field] }}">{% endfor %}
<input type="submit" value="OK"></form>"""


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = os.urandom(16)

    @app.before_request
    def check_token():
        sent = request.form.get("csrf")
        if sent and sent != session.get("csrf"):
            abort(403)

    @app.get("/login")
    def login_form():
        return render_template_string(FORM, url="/login", fields={"name": "", "password": ""})

    @app.post("/login")
    def login():
        customer = customers.get(request.form["name"])
        if not customer or customer["password"] != request.form["password"]:
            return render_template_string(FORM, url="/login", fields={"name": "", "password": ""}), 401
        session["name"] = request.form["name"]
        session["csrf"] = os.urandom(16).hex()
        return redirect("/address")

    @app.get("/address")
    def address_form():
        if "name" not in session:
            return redirect("/login")
        fields = {"address": customers[session["name"]]["address"]}
        return render_template_string(FORM, url="/address", fields=fields, token=session["csrf"])

    @app.post("/address")
    def change_address():
        if "name" not in session:
            return redirect("/login")
        customers[session["name"]]["address"] = request.form["address"]
        return redirect("/address")

    return app
