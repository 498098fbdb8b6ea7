import json

from flask import Flask, render_template_string, request

SEARCH = """<!doctype html><title>Search</title>
<form action="/search" method="get"><input name="q" value="{{ q }}"> <button>Search</button></form>
<p>{{ count }} records for {{ q }}</p>
<ul>
{% for record in records %}
  <li><a href="/records/{{ record.number }}">{{ record.title }}</a> {{ record.artist }}</li>
{% endfor %}
</ul>"""

RECORD = """<!doctype html><title>{{ record.title }}</title>
<h1>{{ record.title }}</h1>
<p>{{ record.artist }}</p>"""


def message(text, status):
    return f"<!doctype html><title>Sorry</title>\n<p>{text}</p>", status


def create_app(records):
    app = Flask(__name__)

    @app.get("/search")
    def search():
        q = request.args.get("q", "")
        page = request.args.get("page", "1")
        if not (page.isascii() and page.isdigit() and int(page) >= 1):
            return message(f"There is no page {page}", 400)
        found = [r for r in records if q.lower() in r["title"].lower() or q.lower() in r["artist"].lower()]
        start = (int(page) - 1) * 10
        return render_template_string(SEARCH, q=q, count=len(found), records=found[start:start + 10])

    @app.get("/records/<number>")
    def show(number):
        for record in records:
            if record["number"] == number:
                return render_template_string(RECORD, record=record)
        return message(f"There is no record {number}", 404)

    @app.get("/suggest")
    def suggest():
        q = request.args.get("q", "")
        titles = [r["title"] for r in records if q.lower() in r["title"].lower()]
        return json.dumps({"q": q, "titles": titles[:10]})

    @app.errorhandler(404)
    def not_found(_):
        return message(f"There is nothing at {request.path}", 404)

    return app
