import functools
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Login</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

TOOLS = """<!doctype html><title>Tools</title>
{% macro token() %}<input type="hidden" name="csrf_token" value="{{ new_token() }}">{% endmacro %}
<ul>
{% for number, tool in tools.items() %}
<li><b>{{ tool.name }}</b>
{% if tool.owner == session.user %}
<form action="/tools/{{ number }}" method="post">{{ token() }}
<input type="hidden" name="_method" value="PUT"><input type="text" name="name"><button>Rename</button></form>
<form action="/tools/{{ number }}" method="post">{{ token() }}
<input type="hidden" name="_method" value="DELETE"><button>Take away</button></form>
{% endif %}</li>
{% endfor %}
</ul>
<form action="/tools" method="post">{{ token() }}<input type="text" name="name"><button>Add</button></form>
"""




class Tokens:
    """The tokens that stand in forms; each is random."""

    def __init__(self):
        self._issued = set()

    def new(self):
        token = secrets.token_urlsafe(24)
        self._issued.add(token)
        return token

    def good(self, token):
        return token in self._issued


def create_app(households):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_HTTPONLY=True)
    tokens = Tokens()
    tools = {}
    counter = [0]

    def member(view):
        @functools.wraps(view)
        def checked(*args, **kwargs):
            if session.get("user") not in households:
                return redirect("/login")
            return view(*args, **kwargs)
        return checked

    def from_our_page(view):
        @functools.wraps(view)
        def checked(*args, **kwargs):
            if not tokens.good(request.form.get("csrf_token", "")):
                abort(403)
            return view(*args, **kwargs)
        return checked

    @app.get("/login")
    def show_login():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        expected = households.get(name)
        given = request.form.get("password", "")
        if expected is None or not secrets.compare_digest(expected.encode(), given.encode()):
            return LOGIN, 401
        session.clear()
        session["user"] = name
        return redirect("/tools")

    @app.get("/tools")
    @member
    def show_tools():
        return render_template_string(TOOLS, tools=tools, new_token=tokens.new)

    @app.post("/tools")
    @member
    @from_our_page
    def add_tool():
        if request.form.get("_method", "POST").upper() != "POST":
            abort(405)
        counter[0] += 1
        tools[counter[0]] = {"name": request.form.get("name", ""), "owner": session["user"]}
        return redirect("/tools")

    @app.route("/tools/<int:number>", methods=["POST", "PUT", "DELETE"])
    @member
    @from_our_page
    def change_tool(number):
        method = request.method
        if method == "POST":
            method = request.form.get("_method", "").upper()
        tool = tools.get(number)
        if tool is None or tool["owner"] != session["user"]:
            abort(404)
        if method == "PUT":
            tool["name"] = request.form.get("name", "")
        elif method == "DELETE":
            del tools[number]
        else:
            abort(405)
        return redirect("/tools")

    return app
