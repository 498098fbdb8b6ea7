import hashlib
import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Log in</title><form action="/login" method="post">
<input type="hidden" name="token" value="{{ token() }}"><input name="name"><input type="password" name="password">
<button>Log in</button></form>"""
DIARY = """<!doctype html><title>Diary</title><h1>{{ name }}</h1><ul>{% for n in nights %}<li>{{ n }}</li>{% endfor %}</ul>
<form action="/diary" method="post"><input type="hidden" name="token" value="{{ token() }}">
<input type="text" name="night" value=""><button>Write down</button></form>
<form action="/logout" method="post"><input type="hidden" name="token" value="{{ token() }}">
<button>Log out</button></form>"""


def create_app(patients):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    key = secrets.token_bytes(32)
    diaries = {name: [] for name in patients}

    @app.template_global()
    def token():
        who = session.get("name", "")
        return hmac.new(key, repr(who).encode(), hashlib.sha256).hexdigest()

    @app.before_request
    def protect():
        if request.method == "POST":
            if "name" not in session and request.path in ("/diary", "/logout"):
                return redirect("/login")
            if not hmac.compare_digest(token().encode(), request.form.get("token", "").encode()):
                abort(403)

    @app.get("/login")
    def login_page():
        return render_template_string(LOGIN)

    @app.post("/login")
    def login():
        name, password = request.form.get("name", ""), request.form.get("password", "")
        if name not in patients or patients[name] != password:
            return render_template_string(LOGIN), 401
        session.clear()
        session["name"] = name
        return redirect("/diary")

    @app.get("/diary")
    def diary():
        name = session.get("name")
        if name is None:
            return redirect("/login")
        return render_template_string(DIARY, name=name, nights=diaries[name])

    @app.post("/diary")
    def write():
        diaries[session["name"]].append(request.form.get("night", ""))
        return redirect("/diary")

    @app.post("/logout")
    def logout():
        session.clear()
        return redirect("/login")

    return app
