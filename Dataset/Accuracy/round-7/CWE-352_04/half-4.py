import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Log in</title>
<form action="/login" method="post"><input type="hidden" name="token" value="{{ session.token }}">
<input name="name"> <input name="password" type="password"> <button>Log in</button></form>"""

DIARY = """<!doctype html><title>Diary</title><h1>{{ session.name }}</h1>
<ul>{% for night in nights %}<li>{{ night }}</li>{% endfor %}</ul>
<form action="/diary" method="post"><input type="hidden" name="token" value="{{ session.token }}">
<input type="text" name="night"> <button>Save</button></form>
<form action="/logout" method="post"><input type="hidden" name="token" value="{{ session.token }}">
<button>Log out</button></form>"""


def start_session(**values):
    """A new session with a new token, so that nothing of an older one lives on."""
    session.clear()
    session.update(values, token=secrets.token_hex(16))


def is_own_form():
    token = session.get("token")
    return bool(token) and secrets.compare_digest(token.encode(), request.form.get("token", "").encode())


def create_app(patients):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(24)
    diaries = {name: [] for name in patients}

    @app.get("/login")
    def login_form():
        if "token" not in session:
            start_session()
        return render_template_string(LOGIN)

    @app.post("/login")
    def login():
        if not is_own_form():
            start_session()
            return redirect("/login")
        name = request.form.get("name", "")
        if name not in patients or patients[name] != request.form.get("password"):
            return render_template_string(LOGIN), 401
        start_session(name=name)
        return redirect("/diary")

    @app.get("/diary")
    def diary():
        if "name" not in session:
            return redirect("/login")
        return render_template_string(DIARY, nights=diaries[session["name"]])

    @app.post("/diary")
    def write():
        if "name" not in session:
            return redirect("/login")
        if not is_own_form():
            abort(400)
        diaries[session["name"]].append(request.form.get("night", ""))
        return redirect("/diary")

    @app.post("/logout")
    def logout():
        if "name" in session:
            if not is_own_form():
                abort(400)
            session.clear()
        return redirect("/login")

    return app
