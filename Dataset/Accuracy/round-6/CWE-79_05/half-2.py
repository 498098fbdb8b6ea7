from flask import Flask, jsonify, render_template_string, request
from markupsafe import Markup, escape

LAYOUT = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Record library</title></head>
<body>
%s
</body>
</html>
"""

SEARCH = LAYOUT % """
<form method="get" action="/search"><input type="text" name="q" value="{{ q }}"></form>
<p>{{ total }} records for {{ q }}</p>
<ul>
{% for r in found %}<li><a href="/records/{{ r.number }}">{{ r.title }}</a> {{ r.artist }}</li>
{% endfor %}</ul>
"""

RECORD = LAYOUT % "<h1>{{ r.title }}</h1><p>{{ r.artist }}</p>"


def error_page(text, value, status):
    paragraph = Markup("<p>%s %s</p>") % (text, escape(value))
    return render_template_string(LAYOUT % paragraph), status


def parse_page(value):
    if not value.isascii() or not value.isdecimal():
        raise ValueError(value)
    digits = value.lstrip("0")
    if not digits:
        raise ValueError(value)
    return int(digits[:18])


def create_app(records):
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False

    def matches(needle, *fields):
        return any(needle.casefold() in field.casefold() for field in fields)

    @app.route("/search")
    def search():
        q = request.args.get("q", "")
        value = request.args.get("page", "1")
        try:
            page = parse_page(value)
        except ValueError:
            return error_page("There is no page", value, 400)
        found = [r for r in records if matches(q, r["title"], r["artist"])]
        first = (page - 1) * 10
        return render_template_string(SEARCH, q=q, total=len(found), found=found[first:first + 10])

    @app.route("/records/<number>")
    def record(number):
        for r in records:
            if r["number"] == number:
                return render_template_string(RECORD, r=r)
        return error_page("There is no record", number, 404)

    @app.route("/suggest")
    def suggest():
        q = request.args.get("q", "")
        return jsonify({"q": q, "titles": [r["title"] for r in records if matches(q, r["title"])][:10]})

    @app.errorhandler(404)
    def nothing(_):
        return error_page("There is nothing at", request.path, 404)

    return app
