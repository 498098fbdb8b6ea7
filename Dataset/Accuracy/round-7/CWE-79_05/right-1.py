"""The pages are built with string templates whose values pass html.escape."""
import html
import string
from functools import wraps

from flask import Flask, Response, request
from flask.json import dumps


class Snippet(string.Formatter):
    def format_field(self, value, spec):
        if spec == "html":
            return str(value)
        return html.escape(format(value, spec))


fill = Snippet().format
PAGE = "<!doctype html>\n<html><head><title>Record library</title></head><body>{body:html}</body></html>"
FORM = ('<form method="get" action="/search"><input name="q" type="text" value="{q}"></form>'
        "<p>{n} records for {q}</p><ul>{items:html}</ul>")
ITEM = '<li><a href="/records/{number}">{title}</a> <span>{artist}</span></li>'


class Problem(Exception):
    def __init__(self, text, status):
        self.text, self.status = text, status


def page(view):
    @wraps(view)
    def inner(*args, **kwargs):
        return Response(fill(PAGE, body=view(*args, **kwargs)), mimetype="text/html")
    return inner


def page_number(value):
    digits = value.lstrip("0")
    if not digits or not set(value) <= set(string.digits):
        raise Problem(f"There is no page {value}", 400)
    return int(digits[:100])


class Library:
    def __init__(self, records):
        self.records = records

    def find(self, text, *fields):
        for r in self.records:
            if any(text.casefold() in r[f].casefold() for f in fields):
                yield r

    @page
    def search(self):
        q = request.args.get("q", "")
        number = page_number(request.args.get("page", "1"))
        found = list(self.find(q, "title", "artist"))
        items = "".join(fill(ITEM, **r) for r in found[number * 10 - 10:number * 10])
        return fill(FORM, q=q, n=len(found), items=items)

    @page
    def record(self, number):
        for r in self.records:
            if r["number"] == number:
                return fill("<h1>{title}</h1><p>{artist}</p>", **r)
        raise Problem(f"There is no record {number}", 404)

    def suggest(self):
        q = request.args.get("q", "")
        titles = [r["title"] for r in self.find(q, "title")]
        return Response(dumps({"q": q, "titles": titles[:10]}), content_type="application/json")

    def problem(self, error):
        body = fill("<p>{}</p>", getattr(error, "text", f"There is nothing at {request.path}"))
        return Response(fill(PAGE, body=body), getattr(error, "status", 404), mimetype="text/html")


def create_app(records):
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False
    library = Library(records)
    app.add_url_rule("/search", view_func=library.search, endpoint="search")
    app.add_url_rule("/records/<number>", view_func=library.record, endpoint="record")
    app.add_url_rule("/suggest", view_func=library.suggest, endpoint="suggest")
    app.register_error_handler(404, library.problem)
    app.register_error_handler(Problem, library.problem)
    return app
