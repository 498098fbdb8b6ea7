import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

PAGE = """<!doctype html><title>Nights</title>
{% macro hidden() %}<input type="hidden" name="csrf" value="{{ new_token() }}">{% endmacro %}
{% if nights is none %}<form action="/login" method="post">{{ hidden() }}
<p>Name <input name="name"></p><p>Password <input name="password" type="password"></p><button>Log in</button></form>
{% else %}<h1>{{ name }}</h1><ol>{% for night in nights %}<li>{{ night }}</li>{% endfor %}</ol>
<form action="/diary" method="post">{{ hidden() }}<input name="night" type="text" value=""><button>Keep</button></form>
<form action="/logout" method="post">{{ hidden() }}<button>Log out</button></form>{% endif %}"""
MAX_OPEN_FORMS = 40


def create_app(patients):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    diaries = {name: [] for name in patients}

    def new_token():
        token = secrets.token_hex(16)
        open_forms = session.get("forms", "").split()[-MAX_OPEN_FORMS + 1:]
        session["forms"] = " ".join([*open_forms, token])
        return token

    def own_form():
        token = request.form.get("csrf", "").strip()
        if not token or token not in session.get("forms", ""):
            abort(403)

    def page(name=None, nights=None):
        return render_template_string(PAGE, name=name, nights=nights, new_token=new_token)

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method != "POST":
            return page()
        own_form()
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in patients or password != patients[name]:
            return page(), 401
        session.clear()
        session["name"] = name
        return redirect("/diary")

    @app.route("/diary", methods=["GET", "POST"])
    def diary():
        name = session.get("name")
        if name is None:
            return redirect("/login")
        if request.method != "POST":
            return page(name, diaries[name])
        own_form()
        diaries[name].append(request.form.get("night", ""))
        return redirect("/diary")

    @app.route("/logout", methods=["POST"])
    def logout():
        if "name" in session:
            own_form()
            session.clear()
        return redirect("/login")

    return app
