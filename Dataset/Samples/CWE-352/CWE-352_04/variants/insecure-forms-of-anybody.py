import secrets

from flask import Flask, abort, redirect, render_template, request, session
from jinja2 import DictLoader

PAGES = {
    "login.html": """<!doctype html><title>Log in</title>
<form action="/login" method="post">
  <input type="hidden" name="form_id" value="{{ form_id }}">
  <p><input name="name"></p><p><input name="password" type="password"></p><p><button>Log in</button></p>
</form>""",
    "diary.html": """<!doctype html><title>Diary</title>
<h1>{{ name }}</h1>
<ul>{% for night in nights %}<li>{{ night }}</li>{% endfor %}</ul>
<form action="/diary" method="post">
  <input type="hidden" name="form_id" value="{{ form_id }}"> <input name="night"> <button>Add</button>
</form>
<form action="/logout" method="post">
  <input type="hidden" name="form_id" value="{{ form_id }}"> <input type="submit" value="Log out">
</form>""",
}


def create_app(patients):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex()
    app.jinja_loader = DictLoader(PAGES)
    diaries = {}
    issued = set()

    def page(template, **values):
        form_id = secrets.token_urlsafe(16)
        issued.add(form_id)
        return render_template(template, form_id=form_id, **values)

    def check_form():
        """Each form that was handed out can be sent once."""
        try:
            issued.remove(request.form.get("form_id"))
        except KeyError:
            abort(400)

    @app.get("/login")
    def login_page():
        return page("login.html")

    @app.post("/login")
    def login():
        check_form()
        name = request.form.get("name")
        if patients.get(name) is None or patients[name] != request.form.get("password"):
            return page("login.html"), 401
        session["name"] = name
        return redirect("/diary")

    @app.route("/diary", methods=["GET", "POST"])
    def diary():
        if "name" not in session:
            return redirect("/login")
        nights = diaries.setdefault(session["name"], [])
        if request.method == "POST":
            check_form()
            nights.append(request.form["night"])
            return redirect("/diary")
        return page("diary.html", name=session["name"], nights=nights)

    @app.post("/logout")
    def logout():
        check_form()
        session.pop("name", None)
        return redirect("/login")

    return app
