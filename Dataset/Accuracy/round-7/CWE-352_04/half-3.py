import secrets
from functools import wraps

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Sleep clinic</title>
<form action="/login" method="post">{{ token_field }}
<label>Name <input name="name"></label> <label>Password <input type="password" name="password"></label>
<button>Log in</button></form>"""

DIARY = """<!doctype html><title>Sleep clinic</title><h1>{{ session.name }}</h1>
<ol>{% for night in nights %}<li>{{ night }}</li>{% endfor %}</ol>
<form action="/diary" method="post">{{ token_field }}<input type="text" name="night"> <button>Write down</button></form>
<form action="/logout" method="post">{{ token_field }}<button>Log out</button></form>"""


def create_app(patients):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    diaries = {name: [] for name in patients}

    @app.context_processor
    def provide_token():
        from markupsafe import Markup
        token = session.setdefault("csrf", secrets.token_urlsafe(32))
        return {"token_field": Markup('<input type="hidden" name="csrf" value="%s">') % token}

    def own_form(view):
        @wraps(view)
        def inner():
            expected = session.get("csrf", "")
            given = request.form.get("csrf", "")
            if not secrets.compare_digest(expected.encode(), given.encode()):
                abort(403)
            return view()
        return inner

    def logged_in(view):
        @wraps(view)
        def inner():
            if session.get("name") not in patients:
                return redirect("/login")
            return view()
        return inner

    @app.get("/login")
    def show_login():
        return render_template_string(LOGIN)

    @app.post("/login")
    @own_form
    def login():
        name, password = request.form.get("name", ""), request.form.get("password", "")
        if name not in patients or not secrets.compare_digest(patients[name].encode(), password.encode()):
            return render_template_string(LOGIN), 401
        session.clear()
        session["name"] = name
        session["csrf"] = secrets.token_urlsafe(32)
        return redirect("/diary")

    @app.get("/diary")
    @logged_in
    def show():
        return render_template_string(DIARY, nights=diaries[session["name"]])

    @app.post("/diary")
    @logged_in
    @own_form
    def write():
        diaries[session["name"]].append(request.form.get("night", ""))
        return redirect("/diary")

    @app.post("/logout")
    @logged_in
    @own_form
    def logout():
        session.clear()
        return redirect("/login")

    return app
