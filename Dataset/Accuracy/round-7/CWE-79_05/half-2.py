from urllib.parse import quote, unquote

from flask import Flask, jsonify, request
from markupsafe import Markup, escape


def create_app(records):
    app = Flask(__name__, static_folder=None)

    def page_of(body, status=200):
        return f"<!doctype html><title>Records</title>\n{body}\n", status

    def message(text, status):
        return page_of(f"<p>{text}</p>", status)

    def matches(text, *values):
        return any(text.lower() in value.lower() for value in values)

    @app.get("/search")
    def search():
        q = request.args.get("q", "")
        page = request.args.get("page", "1")
        if not (page.isascii() and page.isdigit() and len(page) < 1000 and int(page) > 0):
            return message(f"There is no page {escape(page)}", 400)
        found = [r for r in records if matches(q, r["title"], r["artist"])]
        first = 10 * (int(page) - 1)
        items = Markup("").join(
            Markup('<li><a href="/records/{number}">{title}</a>, {artist}</li>').format(**r)
            for r in found[first:first + 10])
        form = Markup('<form method="get" action="/search">'
                      '<input type="text" name="q" value="{}"></form>').format(q)
        count = Markup("<p>{} records for {}</p>").format(len(found), q)
        return page_of(form + count + Markup("<ul>{}</ul>").format(items))

    @app.get("/records/<number>")
    def record(number):
        for r in records:
            if r["number"] == number:
                return page_of(Markup("<h1>{title}</h1><p>{artist}</p>").format(**r))
        return message(f"There is no record {escape(number)}", 404)

    @app.get("/suggest")
    def suggest():
        q = request.args.get("q", "")
        titles = [r["title"] for r in records if matches(q, r["title"])]
        return jsonify(q=q, titles=titles[:10])

    @app.errorhandler(404)
    def nothing(error):
        # the address as it was asked for, where the server tells it
        address = request.environ.get("REQUEST_URI") or quote(request.path)
        path = escape(address.partition("?")[0])
        return message(f"There is nothing at {unquote(path)}", 404)

    return app
