from html import escape

from flask import Flask, jsonify, render_template_string, request

LAYOUT = """<!doctype html>
<html><head><title>Record lending library</title></head>
<body>
<nav><a href="{{ url_for('search') }}">All records</a></nav>
%s
</body></html>"""


def render(body, *values, status=200):
    """Put the escaped values into the body and the body into the layout."""
    body = body.format(*(escape(str(v), quote=True) for v in values))
    return render_template_string(LAYOUT.replace("%s", body)), status


def create_app(records):
    app = Flask(__name__, static_folder=None)

    @app.get("/search")
    def search():
        q = request.args.get("q", "")
        page = request.args.get("page", "1")
        if not (page.isascii() and page.isdigit() and len(page) < 1000 and int(page) >= 1):
            return render("<p>There is no page {}</p>", page, status=400)
        text = q.lower()
        found = [r for r in records
                 if text in r["title"].lower() or text in r["artist"].lower()]
        start = (int(page) - 1) * 10
        shown = found[start:start + 10]
        body = ('<form action="/search" method="get"><input type="text" name="q" value="{}"></form>'
                "<p>{} records for {}</p><ul>"
                + '<li><a href="/records/{}">{}</a> {}</li>' * len(shown) + "</ul>")
        values = [v for r in shown for v in (r["number"], r["title"], r["artist"])]
        return render(body, q, len(found), q, *values)

    @app.get("/records/<number>")
    def record(number):
        for r in records:
            if r["number"] == number:
                return render("<h1>{}</h1><p>{}</p>", r["title"], r["artist"])
        return render("<p>There is no record {}</p>", number, status=404)

    @app.get("/suggest")
    def suggest():
        q = request.args.get("q", "")
        titles = [r["title"] for r in records if q.lower() in r["title"].lower()]
        return jsonify({"q": q, "titles": titles[:10]})

    @app.errorhandler(404)
    def nothing(error):
        return render("<p>There is nothing at {}</p>", request.path, status=404)

    return app
