import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Login</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

TOOLS = """<!doctype html><title>Tools</title>
{% set token %}<input type="hidden" name="csrf_token" value="{{ csrf_token() }}">{% endset %}
<ul>
{% for number, tool in tools.items() %}
<li><b>{{ tool.name }}</b>
{% if tool.owner == session.user %}
<form action="/tools/{{ number }}" method="post">{{ token }}
<input type="hidden" name="_method" value="PUT"><input type="text" name="name"><button>Rename</button></form>
<form action="/tools/{{ number }}" method="post">{{ token }}
<input type="hidden" name="_method" value="DELETE"><button>Take away</button></form>
{% endif %}</li>
{% endfor %}
</ul>
<form action="/tools" method="post">{{ token }}<input type="text" name="name"><button>Add</button></form>
"""




def csrf_token():
    if "csrf_token" not in session:
        session["csrf_token"] = secrets.token_urlsafe(32)
    return session["csrf_token"]


def check_csrf():
    expected = session.get("csrf_token", "")
    sent = request.form.get("csrf_token", "")
    if not hmac.compare_digest(expected.encode(), sent.encode()):
        # a token that somebody tries to guess is used no longer
        session.pop("csrf_token", None)
        abort(403)


def create_app(households):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.jinja_env.globals["csrf_token"] = csrf_token
    tools = {}
    count = 0

    @app.before_request
    def guard():
        if request.path == "/login":
            return None
        if "user" not in session:
            return redirect("/login")
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            check_csrf()
        return None

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in households or not hmac.compare_digest(
                households[name].encode(), password.encode()):
            return LOGIN, 401
        session.clear()
        session["user"] = name
        csrf_token()
        return redirect("/tools")

    @app.get("/tools")
    def tools_page():
        return render_template_string(TOOLS, tools=tools)

    @app.post("/tools")
    def add():
        nonlocal count
        if request.form.get("_method", "POST").upper() != "POST":
            abort(405)
        count += 1
        tools[count] = {"name": request.form.get("name", ""), "owner": session["user"]}
        return redirect("/tools")

    def own(number):
        tool = tools.get(number)
        if tool is None or tool["owner"] != session["user"]:
            abort(404)
        return tool

    @app.put("/tools/<int:number>")
    def rename(number):
        own(number)["name"] = request.form.get("name", "")
        return redirect("/tools")

    @app.delete("/tools/<int:number>")
    def take_away(number):
        own(number)
        del tools[number]
        return redirect("/tools")

    @app.post("/tools/<int:number>")
    def by_form(number):
        match request.form.get("_method", "").upper():
            case "PUT":
                return rename(number)
            case "DELETE":
                return take_away(number)
        abort(405)

    return app
