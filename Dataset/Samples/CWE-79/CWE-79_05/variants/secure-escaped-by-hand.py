import json
from html import escape

from flask import Flask, Response, request

HEAD = "<!doctype html><meta charset=utf-8><title>Records</title>"


def matching(records, q, *keys):
    return [record for record in records if any(q.casefold() in record[key].casefold() for key in keys)]


class Site:
    def __init__(self, records):
        self.records = records

    @staticmethod
    def failed(status, text):
        return Response(f"{HEAD}<p>{escape(text)}</p>", status)

    def search(self):
        q = request.args.get("q", "")
        page = request.args.get("page", "1")
        if not page.isdecimal() or int(page) == 0:
            return self.failed(400, f"There is no page {page}")
        last = int(page) * 10
        found = matching(self.records, q, "title", "artist")
        items = "".join(
            f"<li><a href=\"/records/{escape(r['number'])}\">{escape(r['title'])}</a>, {escape(r['artist'])}</li>"
            for r in found[last - 10:last]
        )
        form = f'<form action="/search" method="get"><input type="search" name="q" value="{escape(q)}"></form>'
        return f"{HEAD}{form}<p>{len(found)} records for {escape(q)}</p><ul>{items}</ul>"

    def record(self, number):
        for record in self.records:
            if record["number"] == number:
                return f"{HEAD}<h1>{escape(record['title'])}</h1><p>{escape(record['artist'])}</p>"
        return self.failed(404, f"There is no record {number}")

    def suggest(self):
        q = request.args.get("q", "")
        titles = [record["title"] for record in matching(self.records, q, "title")]
        return Response(json.dumps({"q": q, "titles": titles[:10]}), mimetype="application/json")

    def not_found(self, _):
        return self.failed(404, f"There is nothing at {request.path}")


def create_app(records):
    app, site = Flask(__name__), Site(records)
    app.add_url_rule("/search", view_func=site.search)
    app.add_url_rule("/records/<number>", view_func=site.record)
    app.add_url_rule("/suggest", view_func=site.suggest)
    app.register_error_handler(404, site.not_found)
    return app
