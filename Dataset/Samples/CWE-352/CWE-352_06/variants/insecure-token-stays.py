import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN_PAGE = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
  <input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

TOOLS_PAGE = """<!doctype html><title>Tools</title>
{% macro token() %}<input type="hidden" name="token" value="{{ session.token }}">{% endmacro %}
<ul>
{% for number, tool in tools.items() %}<li><b>{{ tool.name }}</b>
  {% if tool.owner == session.name %}
  <form action="/tools/{{ number }}" method="post">
    {{ token() }}<input type="hidden" name="_method" value="PUT">
    <input name="name"> <button>Rename</button>
  </form>
  <form action="/tools/{{ number }}" method="post">
    {{ token() }}<input type="hidden" name="_method" value="DELETE"><button>Take away</button>
  </form>
  {% endif %}
</li>{% endfor %}
</ul>
<form action="/tools" method="post">{{ token() }}<input name="name"> <button>Add</button></form>"""


def create_app(households):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    tools = {}
    numbers = iter(range(1, 10**9))

    @app.before_request
    def check_token():
        """All that is not just looking needs the token; the method that a request names comes later."""
        if request.path.startswith("/tools"):
            if "name" not in session:
                return redirect("/login")
            if request.method != "GET":
                sent = request.form.get("token", "").encode()
                if not secrets.compare_digest(sent, session["token"].encode()):
                    abort(403)

    @app.get("/login")
    def login_page():
        return render_template_string(LOGIN_PAGE)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        if name not in households or households[name] != request.form.get("password"):
            return "Wrong name or password", 401
        session["name"] = name
        session.setdefault("token", secrets.token_hex(16))
        return redirect("/tools")

    @app.get("/tools")
    def show():
        return render_template_string(TOOLS_PAGE, tools=tools)

    @app.post("/tools")
    def add():
        tools[next(numbers)] = {"name": request.form["name"], "owner": session["name"]}
        return redirect("/tools")

    @app.route("/tools/<int:number>", methods=["POST", "PUT", "DELETE"])
    def change(number):
        if tools.get(number, {}).get("owner") != session["name"]:
            abort(404)
        method = request.form.get("_method") if request.method == "POST" else request.method
        if method == "PUT":
            tools[number]["name"] = request.form["name"]
        elif method == "DELETE":
            del tools[number]
        else:
            abort(405)
        return redirect("/tools")

    return app
