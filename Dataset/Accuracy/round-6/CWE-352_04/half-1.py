import hmac
import secrets

from flask import Flask, abort, redirect, request, session
from markupsafe import Markup

LOGIN = Markup("""<!doctype html><title>Sleep diary</title>
<form action="/login" method="post"><input type="hidden" name="csrf" value="{0}">
<label>Name <input name="name"></label> <label>Password <input type="password" name="password"></label>
<button>Log in</button></form>""")
DIARY = Markup("""<!doctype html><title>Sleep diary</title><h1>{0}</h1><ol>{1}</ol>
<form action="/diary" method="post"><input type="hidden" name="csrf" value="{2}">
<input type="text" name="night" value=""><button>Add</button></form>
<form action="/logout" method="post"><input type="hidden" name="csrf" value="{2}"><button>Log out</button></form>""")


def create_app(patients):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    passwords = dict(patients)
    diaries = {name: [] for name in passwords}

    def token():
        if "csrf" not in session:
            session["csrf"] = secrets.token_urlsafe(32)
        return session["csrf"]

    def check_token():
        expected, sent = session.get("csrf"), request.form.get("csrf")
        if not expected or not sent or not hmac.compare_digest(expected.encode(), sent.encode()):
            abort(403)

    @app.get("/login")
    def login_form():
        return LOGIN.format(token())

    @app.post("/login")
    def login():
        check_token()
        name = request.form.get("name", "")
        if name not in passwords or passwords[name] != request.form.get("password"):
            return LOGIN.format(token()), 401
        session["name"] = name
        return redirect("/diary")

    @app.get("/diary")
    def diary():
        if "name" not in session:
            return redirect("/login")
        nights = Markup("").join(Markup("<li>{}</li>").format(n) for n in diaries[session["name"]])
        return DIARY.format(session["name"], nights, token())

    @app.post("/diary")
    def add():
        if "name" not in session:
            return redirect("/login")
        check_token()
        diaries[session["name"]].append(request.form.get("night", ""))
        return redirect("/diary")

    @app.post("/logout")
    def logout():
        if "name" not in session:
            return redirect("/login")
        check_token()
        session.pop("name")
        return redirect("/login")

    return app
