import json
import re

from flask import Flask, make_response, render_template_string, request

SEARCH = """<!doctype html>
<title>Search</title>
<form method="get" action="/search"><input type="text" name="q" value="{{ q }}"></form>
<p>{{ total }} records for {{ q }}</p>
<ul>
{% for r in found %}<li><a href="/records/{{ r.number }}">{{ r.title }}</a> by {{ r.artist }}</li>
{% endfor %}</ul>
"""
RECORD = "<!doctype html><title>Record</title><h1>{{ title }}</h1><p>{{ artist }}</p>"
MESSAGE = "<!doctype html><title>Sorry</title><p>{{ text }}</p>"


def create_app(records):
    app = Flask(__name__, static_folder=None)

    def message(text, status):
        return render_template_string(MESSAGE, text=text), status

    def find(text, *fields):
        text = text.lower()
        return [r for r in records if any(text in r[f].lower() for f in fields)]

    @app.route("/search")
    def search():
        q = request.args.get("q", "")
        page = request.args.get("page", "1")
        if not re.fullmatch("0*[1-9][0-9]{0,99}", page):
            return message(f"There is no page {page}", 400)
        found = find(q, "title", "artist")
        start = (int(page) - 1) * 10
        return render_template_string(SEARCH, q=q, total=len(found),
                                      found=found[start:start + 10])

    @app.route("/records/<number>")
    def record(number):
        for r in records:
            if r["number"] == number:
                return render_template_string(RECORD, title=r["title"], artist=r["artist"])
        return message(f"There is no record {number}", 404)

    @app.route("/suggest")
    def suggest():
        q = request.args.get("q", "")
        titles = [r["title"] for r in find(q, "title")[:10]]
        response = make_response(json.dumps({"q": q, "titles": titles}, ensure_ascii=False))
        # browsers must not take this for a page
        response.headers.setdefault("Content-Type", "application/json")
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        return response

    @app.errorhandler(404)
    def nothing(error):
        return message(f"There is nothing at {request.path}", 404)

    return app
