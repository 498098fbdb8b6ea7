import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Login</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

TOOLS = """<!doctype html><title>Tools</title>
{% set token %}<input type="hidden" name="csrf_token" value="{{ session.csrf_token }}">{% endset %}
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


def method():
    """The method that the request stands for."""
    return request.values.get("_method", request.method).upper()


def create_app(households):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config["SESSION_COOKIE_HTTPONLY"] = True
    tools = {}
    last = 0

    @app.before_request
    def guard():
        if request.path == "/login":
            return None
        if "user" not in session:
            return redirect("/login")
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            sent = request.form.get("csrf_token", "")
            if not hmac.compare_digest(sent.encode(), session["csrf_token"].encode()):
                abort(403)
        return None

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = households.get(name)
        if password is None or not hmac.compare_digest(
                password.encode(), request.form.get("password", "").encode()):
            return LOGIN, 401
        session.clear()
        session["user"] = name
        session["csrf_token"] = secrets.token_urlsafe(32)
        return redirect("/tools")

    @app.route("/tools", methods=["GET", "POST"])
    def all_tools():
        nonlocal last
        match method():
            case "GET" | "HEAD":
                return render_template_string(TOOLS, tools=tools)
            case "POST":
                last += 1
                tools[last] = {"name": request.values.get("name", ""), "owner": session["user"]}
                return redirect("/tools")
        abort(405)

    @app.route("/tools/<int:number>", methods=["POST", "PUT", "DELETE"])
    def one_tool(number):
        tool = tools.get(number)
        if tool is None or tool["owner"] != session["user"]:
            abort(404)
        match method():
            case "PUT":
                tool["name"] = request.values.get("name", "")
            case "DELETE":
                del tools[number]
            case _:
                abort(405)
        return redirect("/tools")

    return app
