import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN_PAGE = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
  <input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

DIARY_PAGE = """<!doctype html><title>Diary</title>
<h1>{{ name }}</h1>
<ul>{% for night in nights %}<li>{{ night }}</li>{% endfor %}</ul>
<form action="/diary" method="post">
  <input name="night"> <button>Write down</button>
</form>
<form action="/logout" method="post">
  <button>Log out</button>
</form>"""


def create_app(patients):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    diaries = {name: [] for name in patients}

    @app.before_request
    def check_origin():
        if request.method != "POST":
            return
        sender = request.headers.get("Origin") or request.headers.get("Referer") or request.host_url
        if request.host not in sender:
            abort(403)

    @app.get("/login")
    def login_page():
        return render_template_string(LOGIN_PAGE)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        if name not in patients or patients[name] != request.form.get("password"):
            return "Wrong name or password", 401
        session["name"] = name
        return redirect("/diary")

    @app.get("/diary")
    def diary():
        name = session.get("name")
        if name is None:
            return redirect("/login")
        return render_template_string(DIARY_PAGE, name=name, nights=diaries[name])

    @app.post("/diary")
    def write_down():
        if "name" not in session:
            return redirect("/login")
        diaries[session["name"]].append(request.form.get("night", ""))
        return redirect("/diary")

    @app.post("/logout")
    def logout():
        session.clear()
        return redirect("/login")

    return app
