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



CHANGES = {"POST", "PUT", "DELETE"}


def create_app(households):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    tools = {}
    numbers = iter(range(1, 10**9))

    def method():
        if request.method == "POST":
            wanted = request.form.get("_method", "POST").upper()
            return wanted if wanted in CHANGES else abort(400)
        return request.method

    @app.before_request
    def check():
        if request.endpoint == "login":
            return None
        user = session.get("user")
        if user not in households:
            return redirect("/login")
        if method() in CHANGES:
            token = request.form.get("csrf_token")
            if not token or not secrets.compare_digest(token.encode(), session["csrf_token"].encode()):
                abort(403)
        return None

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method != "POST":
            return LOGIN
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in households or not secrets.compare_digest(
                households[name].encode(), password.encode()):
            return LOGIN, 401
        session.clear()
        session.update(user=name, csrf_token=secrets.token_hex(16))
        return redirect("/tools")

    @app.route("/tools", methods=["GET", "POST"])
    def tool_list():
        if method() == "GET":
            return render_template_string(TOOLS, tools=tools)
        if method() in ("PUT", "DELETE"):
            abort(405)
        tools[next(numbers)] = {"name": request.values.get("name", ""), "owner": session["user"]}
        return redirect("/tools")

    @app.route("/tools/<int:number>", methods=["POST", "PUT", "DELETE"])
    def tool(number):
        if number not in tools or tools[number]["owner"] != session["user"]:
            abort(404)
        if method() == "PUT":
            tools[number]["name"] = request.form.get("name", "")
        elif method() == "DELETE":
            del tools[number]
        else:
            abort(405)
        return redirect("/tools")

    return app
