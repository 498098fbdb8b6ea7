from html import escape

from flask import Flask, jsonify, request

PAGE_SIZE = 10

LAYOUT = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Record library</title></head>
<body>
<form method="get" action="/search"><input type="text" name="q" value="{field}"></form>
<p>{summary}</p>
<ul>
{items}
</ul>
</body>
</html>
"""

MESSAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Record library</title></head>
<body>{body}</body>
</html>
"""


def text(value):
    return escape(value, quote=False)


def attribute(value):
    return escape(value, quote=True)


def fill(template, **values):
    for name, value in values.items():
        template = template.replace("{" + name + "}", value)
    return template


def message(words, status):
    return fill(MESSAGE, body=f"<p>{text(words)}</p>"), status


def page_number(raw):
    if not (raw.isascii() and raw.isdigit()):
        return None
    if len(raw.lstrip("0")) > 15:
        return 10 ** 15
    return int(raw) or None


def create_app(records):
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False
    records = list(records)
    by_number = {record["number"]: record for record in records}

    @app.get("/search")
    def search():
        query = request.args.get("q", "")
        raw = request.args.get("page", "1")
        number = page_number(raw)
        if number is None:
            return message(f"There is no page {raw}", 400)
        wanted = query.casefold()
        found = [r for r in records
                 if wanted in r["title"].casefold() or wanted in r["artist"].casefold()]
        start = (number - 1) * PAGE_SIZE
        items = "\n".join(
            f'<li><a href="/records/{attribute(r["number"])}">{text(r["title"])}</a> {text(r["artist"])}</li>'
            for r in found[start:start + PAGE_SIZE])
        return fill(LAYOUT,
                    field=attribute(query),
                    summary=text(f"{len(found)} records for {query}"),
                    items=items)

    @app.get("/records/<number>")
    def record(number):
        found = by_number.get(number)
        if found is None:
            return message(f"There is no record {number}", 404)
        return fill(MESSAGE, body=f"<h1>{text(found['title'])}</h1><p>{text(found['artist'])}</p>")

    @app.get("/suggest")
    def suggest():
        query = request.args.get("q", "")
        wanted = query.casefold()
        titles = [r["title"] for r in records if wanted in r["title"].casefold()]
        return jsonify(q=query, titles=titles[:10])

    @app.errorhandler(404)
    def nothing(error):
        return message(f"There is nothing at {request.path}", 404)

    return app
