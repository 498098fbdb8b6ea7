from flask import Flask, jsonify, render_template, request
from jinja2 import DictLoader

TEMPLATES = {
    "parts.jinja": """\
{% macro item(record) -%}
<li><a href="/records/{{ record.number }}">{{ record.title }}</a> {{ record.artist }}</li>
{%- endmacro %}
{% macro form(q) -%}
<form method="get" action="/search"><input type="text" name="q" value="{{ q|e }}"></form>
{%- endmacro %}
""",
    "layout.html": """\
<!doctype html>
<title>Record library</title>
{% import "parts.jinja" as parts %}
{% block body %}{% endblock %}
""",
    "search.html": """\
{% extends "layout.html" %}
{% import "parts.jinja" as parts %}
{% block body %}
{{ parts.form(q) }}
<p>{{ total }} records for {{ q }}</p>
<ul>{% for record in found %}{{ parts.item(record) }}{% endfor %}</ul>
{% endblock %}
""",
    "record.html": """\
{% extends "layout.html" %}
{% block body %}<h1>{{ record.title }}</h1><p>{{ record.artist }}</p>{% endblock %}
""",
    "message.html": """\
{% extends "layout.html" %}
{% block body %}<p>{{ message }}</p>{% endblock %}
""",
}


def create_app(records):
    app = Flask(__name__, static_folder=None)
    app.jinja_loader = DictLoader(TEMPLATES)
    by_number = {r["number"]: r for r in records}

    def message(text, status):
        return render_template("message.html", message=text), status

    @app.get("/search")
    def search():
        q = request.args.get("q", "")
        page = request.args.get("page", "1")
        if not (page.isascii() and page.isdigit() and len(page) < 1000 and int(page) >= 1):
            return message(f"There is no page {page}", 400)
        needle = q.lower()
        found = [r for r in records
                 if needle in r["title"].lower() or needle in r["artist"].lower()]
        start = (int(page) - 1) * 10
        return render_template("search.html", q=q, total=len(found),
                               found=found[start:start + 10])

    @app.get("/records/<number>")
    def record(number):
        if number not in by_number:
            return message(f"There is no record {number}", 404)
        return render_template("record.html", record=by_number[number])

    @app.get("/suggest")
    def suggest():
        q = request.args.get("q", "")
        titles = [r["title"] for r in records if q.lower() in r["title"].lower()]
        return jsonify(q=q, titles=titles[:10])

    @app.errorhandler(404)
    def nothing(error):
        return message(f"There is nothing at {request.path}", 404)

    return app
