import json
from html import escape

from flask import Flask, jsonify, request


def document(body, state=None):
    script = ""
    if state is not None:
        data = json.dumps(state).replace("</script>", "<\\/script>").replace("<!--", "<\\!--")
        script = f"<script>window.searchState = {data};</script>"
    return ("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            f"<title>Record library</title></head><body>{body}{script}</body></html>")


def whole_number(text):
    if text.isascii() and text.isdigit() and text.strip("0"):
        return int(text) if len(text) < 1000 else 10 ** 999
    return None


def create_app(records):
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False
    catalogue = [dict(r) for r in records]

    @app.get("/search")
    def search():
        q = request.args.get("q", "")
        raw_page = request.args.get("page", "1")
        page = whole_number(raw_page)
        if page is None:
            return document(f"<p>There is no page {escape(raw_page)}</p>"), 400
        low = q.casefold()
        hits = [r for r in catalogue if low in r["title"].casefold() or low in r["artist"].casefold()]
        shown = hits[(page - 1) * 10:page * 10]
        items = "".join(
            '<li><a href="/records/{}">{}</a> {}</li>'.format(
                escape(r["number"]), escape(r["title"]), escape(r["artist"]))
            for r in shown)
        body = (
            '<form method="get" action="/search">'
            f'<input type="text" name="q" value="{escape(q)}"></form>'
            f"<p>{len(hits)} records for {escape(q)}</p><ul>{items}</ul>"
        )
        return document(body, {"q": q, "page": min(page, 10 ** 6), "total": len(hits)})

    @app.get("/records/<number>")
    def show(number):
        for r in catalogue:
            if r["number"] == number:
                return document(f"<h1>{escape(r['title'])}</h1><p>{escape(r['artist'])}</p>")
        return document(f"<p>There is no record {escape(number)}</p>"), 404

    @app.get("/suggest")
    def suggest():
        q = request.args.get("q", "")
        titles = [r["title"] for r in catalogue if q.casefold() in r["title"].casefold()]
        return jsonify({"q": q, "titles": titles[:10]})

    @app.errorhandler(404)
    def nothing(error):
        return document(f"<p>There is nothing at {escape(request.path)}</p>"), 404

    return app
