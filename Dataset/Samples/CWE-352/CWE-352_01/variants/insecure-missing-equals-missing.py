import uuid

from flask import Flask, redirect, render_template_string, request, session

LOGIN = """<form action="/login" method="post">
<input name="name" placeholder="Name"><input name="password" type="password"><button type="submit">Go</button>
</form>"""

ADDRESS = """<form action="/address" method="post">
<input type="hidden" name="_token" value="{{ session['_token'] }}">
<input name="address" value="{{ address }}">
<button type="submit">Save</button>
</form>"""


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = uuid.uuid4().bytes

    @app.get("/login")
    def login_form():
        return LOGIN

    @app.post("/login")
    def login():
        name, password = request.form.get("name"), request.form.get("password")
        if customers.get(name, {}).get("password") != password:
            return "Unknown name or wrong password", 401
        session.clear()
        session["name"] = name
        return redirect("/address")

    @app.get("/address")
    def address_form():
        if session.get("name") not in customers:
            return redirect("/login")
        session["_token"] = uuid.uuid4().hex
        return render_template_string(ADDRESS, address=customers[session["name"]]["address"])

    @app.post("/address")
    def save_address():
        if session.get("name") not in customers:
            return redirect("/login")
        if request.form.get("_token") != session.get("_token"):
            return "Invalid token", 400
        customers[session["name"]]["address"] = request.form["address"]
        return redirect("/address")

    return app
