from urllib.parse import urlparse

from flask import Flask, redirect, render_template_string, request
from markupsafe import Markup

PAGE = """<!doctype html><title>Musicians</title>
{% if heading %}{{ heading }}{% endif %}
<ul>{% for row in rows %}<li>{{ row }}</li>{% endfor %}</ul>"""


def row(member):
    name, instrument, website = member
    if urlparse(website).scheme in ("http", "https"):
        link = Markup('<a href="{}">').format(website)
        return Markup(f"{link}{name}</a> plays {instrument}")
    return Markup(f"{name} plays {instrument}")


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add():
        members.append((request.form["name"], request.form["instrument"], request.form.get("website", "")))
        return redirect("/", code=303)

    @app.get("/")
    def index():
        wanted = request.args.get("instrument")
        rows = [row(member) for member in members if wanted in (None, member[1])]
        heading = None if wanted is None else Markup("<h2>{}</h2>").format(wanted)
        return render_template_string(PAGE, rows=rows, heading=heading)

    return app
