from urllib.parse import quote, unquote

from flask import Flask, jsonify, render_template_string, request
from markupsafe import Markup, escape

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Record library</title></head>
<body>{{ body }}</body></html>"""


def page(body, status=200):
    return render_template_string(PAGE, body=body), status


def paragraph(words):
    return Markup("<p>{}</p>").format(words)


def requested_path():
    raw = request.environ.get("REQUEST_URI") or quote(request.path)
    return Markup(unquote(escape(raw.partition("?")[0])))


def positive(value):
    try:
        if not value.isascii() or not value.isdigit():
            return None
        return int(value[-4000:]) if len(value) <= 4000 else 10 ** 4000
    except ValueError:
        return None


def create_app(records):
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False

    @app.get("/search")
    def search():
        q = request.args.get("q", "")
        value = request.args.get("page", "1")
        number = positive(value)
        if not number:
            return page(paragraph(f"There is no page {value}"), 400)
        key = q.casefold()
        found = [r for r in records if key in r["title"].casefold() or key in r["artist"].casefold()]
        rows = Markup("").join(
            Markup('<li><a href="/records/{}">{}</a> {}</li>').format(r["number"], r["title"], r["artist"])
            for r in found[(number - 1) * 10:number * 10])
        form = Markup('<form method="get" action="/search">'
                      '<input type="text" name="q" value="{}"></form>').format(q)
        return page(form + paragraph(f"{len(found)} records for {q}") + Markup("<ul>{}</ul>").format(rows))

    @app.get("/records/<number>")
    def record(number):
        r = next((r for r in records if r["number"] == number), None)
        if r is None:
            return page(paragraph(f"There is no record {number}"), 404)
        return page(Markup("<h1>{}</h1>").format(r["title"]) + paragraph(r["artist"]))

    @app.get("/suggest")
    def suggest():
        q = request.args.get("q", "")
        key = q.casefold()
        return jsonify(q=q, titles=[r["title"] for r in records if key in r["title"].casefold()][:10])

    @app.errorhandler(404)
    def nothing(error):
        return page(Markup("<p>There is nothing at {}</p>").format(requested_path()), 404)

    return app
