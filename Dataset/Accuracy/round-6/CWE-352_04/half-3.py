import secrets
from functools import wraps
from html import escape

from flask import Flask, redirect, request, session


def _hidden():
    session.setdefault("token", secrets.token_hex(16))
    return f'<input type="hidden" name="token" value="{session["token"]}">'


def _genuine():
    mine, sent = session.get("token"), request.form.get("token")
    return bool(mine) and bool(sent) and secrets.compare_digest(mine.encode(), sent.encode())


def _login_page():
    return ('<!doctype html><title>Login</title><form action="/login" method="post">' + _hidden() +
            '<input type="text" name="name"><input type="password" name="password">'
            '<button type="submit">Log in</button></form>')


def create_app(patients):
    app = Flask(__name__)
    app.config["SECRET_KEY"] = secrets.token_bytes(32)
    diaries = {name: [] for name in patients}

    def logged_in(view):
        @wraps(view)
        def inner():
            if session.get("name") not in diaries:
                return redirect("/login")
            if request.method == "POST" and not _genuine():
                return "This form did not come from here.", 403
            return view(session["name"])
        return inner

    @app.get("/login")
    def login_form():
        return _login_page()

    @app.post("/login")
    def login():
        if not _genuine():
            session.clear()
            return _login_page(), 400
        name = request.form.get("name", "")
        if name not in patients or patients[name] != request.form.get("password"):
            return _login_page(), 401
        session.clear()
        session["name"] = name
        return redirect("/diary")

    @app.get("/diary")
    @logged_in
    def show(name):
        nights = "".join(f"<li>{escape(night)}</li>" for night in diaries[name])
        return (f'<!doctype html><title>Diary</title><h1>{escape(name)}</h1><ul>{nights}</ul>'
                f'<form action="/diary" method="post">{_hidden()}'
                '<input type="text" name="night" value=""><button type="submit">Add</button></form>'
                f'<form action="/logout" method="post">{_hidden()}<button type="submit">Log out</button></form>')

    @app.post("/diary", endpoint="add")
    @logged_in
    def add(name):
        diaries[name].append(request.form.get("night", ""))
        return redirect("/diary")

    @app.post("/logout")
    @logged_in
    def logout(name):
        session.clear()
        return redirect("/login")

    return app
