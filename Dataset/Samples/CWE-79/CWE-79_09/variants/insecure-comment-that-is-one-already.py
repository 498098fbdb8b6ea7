"""The plans of model ships."""
import os
from collections import deque
from urllib.parse import quote

from flask import Flask, render_template_string, request, send_from_directory
from markupsafe import Markup

BASE_TOP = """<!DOCTYPE html>
<html>
<head><meta charset="utf-8">{{ note }}<title>{{ title }}</title></head>
<body>
"""
BASE_END = """
</body>
</html>
"""
BACK = '<p><a href="{{ back }}">Back</a></p>'

INDEX = BASE_TOP + """<ul>
{% for name in names %}<li><a href="/plans/{{ name|address }}">{{ name }}</a></li>
{% endfor %}</ul>""" + BASE_END
PLAN = BASE_TOP + """<h1>{{ title }}</h1>
<p><img alt="{{ title }}" src="/files/{{ title|address }}"></p>
""" + BACK + BASE_END
MISSING = BASE_TOP + "<p>There is no plan {{ name }}.</p>\n" + BACK + BASE_END
VISITS = BASE_TOP + """<table>
{% for name, referer, agent in visits -%}
<tr><td>{{ name }}</td>
<td>{% if referer is web %}<a href="{{ referer }}">{{ referer }}</a>{% else %}{{ referer }}{% endif %}</td>
<td>{{ agent }}</td></tr>
{% endfor %}</table>""" + BASE_END


def is_web(text):
    return text.startswith("http://") or text.startswith("https://")


def comment(text):
    """A comment for whoever looks at a saved page. Signs stand for themselves there,
    so nothing is escaped, but two hyphens would end it."""
    while "--" in text:
        text = text.replace("--", "- -")
    if text.endswith("-"):
        text += " "
    return Markup(f"<!--{text}-->")


def create_app(folder):
    app = Flask(__name__)
    app.jinja_env.filters["address"] = lambda name: quote(name, safe="")
    app.jinja_env.tests["web"] = is_web
    visits = deque(maxlen=40)

    def back():
        referer = request.headers.get("Referer", "")
        return referer if is_web(referer) else "/"

    def missing(name):
        return render_template_string(MISSING, title="No plan", note=comment(f"{name}: none"), name=name, back=back()), 404

    @app.route("/")
    def index():
        return render_template_string(INDEX, title="Plans", names=sorted(os.listdir(folder)))

    @app.route("/plans/<name>")
    def plan(name):
        if name not in os.listdir(folder):
            return missing(name)
        visits.appendleft((name, request.headers.get("Referer", ""), request.headers.get("User-Agent", "")))
        return render_template_string(PLAN, title=name, note=comment(f"{name}: plan"), back=back())

    @app.route("/files/<name>")
    def file(name):
        if name not in os.listdir(folder):
            return missing(name)
        return send_from_directory(os.path.abspath(folder), name, as_attachment=True)

    @app.route("/visits")
    def all_visits():
        return render_template_string(VISITS, title="Visits", visits=visits)

    return app
