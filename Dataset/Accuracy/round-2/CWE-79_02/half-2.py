import re

from flask import Flask, redirect, render_template_string, request

SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Musicians</title></head>
<body>
{% if instrument is defined %}<h2>{{ instrument }}</h2>{% endif %}
<ul>
{% for m in members %}<li>
{%- if m.link %}<a href="{{ m.link }}">{{ m.name }}</a>{% else %}{{ m.name }}{% endif %} ({{ m.instrument }})</li>
{% endfor %}</ul>
</body>
</html>"""


def safe_link(website):
    """The website, unless it has a scheme that browsers do not open as a page of the web."""
    found = SCHEME.match(website)
    if found and found[1].lower() not in ("http", "https"):
        return ""
    return website


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add():
        form = request.form
        members.append({"name": form["name"], "instrument": form["instrument"],
                        "link": safe_link(form.get("website", ""))})
        return redirect("/", 303)

    @app.get("/")
    def index():
        if "instrument" not in request.args:
            return render_template_string(PAGE, members=members)
        instrument = request.args["instrument"]
        found = [m for m in members if m["instrument"] == instrument]
        return render_template_string(PAGE, members=found, instrument=instrument)

    return app
