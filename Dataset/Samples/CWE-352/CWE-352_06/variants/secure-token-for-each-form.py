import hashlib
import hmac
import secrets

from flask import Flask, redirect, render_template_string, request, session

LOGIN_PAGE = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
  <input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

TOOLS_PAGE = """<!doctype html><title>Tools</title>
{% macro seal(what) %}<input type="hidden" name="seal" value="{{ made(what) }}">{% endmacro %}
<ul>
{% for number, tool in tools.items() %}<li><b>{{ tool.name }}</b>
  {% if tool.owner == session.name %}
  <form action="/tools/{{ number }}" method="post">
    {{ seal("PUT %d" % number) }}<input type="hidden" name="_method" value="PUT">
    <input name="name"> <button>Rename</button>
  </form>
  <form action="/tools/{{ number }}" method="post">
    {{ seal("DELETE %d" % number) }}<input type="hidden" name="_method" value="DELETE"><button>Take away</button>
  </form>
  {% endif %}
</li>{% endfor %}
</ul>
<form action="/tools" method="post">{{ seal("POST") }}<input name="name"> <button>Add</button></form>"""


class Street:
    def __init__(self, households):
        self.households = households
        self.tools = {}
        self.count = 0

    def own(self, number):
        tool = self.tools.get(number)
        return tool if tool and tool["owner"] == session["name"] else None

    def add(self, name):
        self.count += 1
        self.tools[self.count] = {"name": name, "owner": session["name"]}


def made(what):
    """What vouches for one change by whoever is logged in, since this login."""
    return hmac.new(session["key"].encode(), what.encode(), hashlib.sha256).hexdigest()


def create_app(households):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    street = Street(households)
    app.jinja_env.globals["made"] = made

    def meant(what):
        return hmac.compare_digest(request.form.get("seal", "").encode(), made(what).encode())

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return render_template_string(LOGIN_PAGE)
        name = request.form.get("name")
        if name in households and households[name] == request.form.get("password"):
            session["name"], session["key"] = name, secrets.token_hex()
            return redirect("/tools")
        return "Try again", 401

    @app.route("/tools", methods=["GET", "POST"])
    def tools():
        if "name" not in session:
            return redirect("/login")
        if request.method == "POST":
            if not meant("POST"):
                return "Please use the form", 400
            street.add(request.form["name"])
            return redirect("/tools")
        return render_template_string(TOOLS_PAGE, tools=street.tools)

    @app.post("/tools/<int:number>")
    def change(number):
        if "name" not in session:
            return redirect("/login")
        tool, method = street.own(number), request.form.get("_method", "")
        if tool is None:
            return "No such tool of yours", 404
        if not meant(f"{method} {number}"):
            return "Please use the form", 400
        if method == "PUT":
            tool["name"] = request.form["name"]
        elif method == "DELETE":
            street.tools.pop(number)
        return redirect("/tools")

    return app
