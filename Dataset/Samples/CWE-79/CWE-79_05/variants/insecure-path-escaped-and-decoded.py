from html import escape
from urllib.parse import quote, unquote

from flask import Flask, abort, jsonify, make_response, request

HEAD = "<!doctype html><meta charset=utf-8><title>Records</title>"


def matching(records, q, *keys):
    return [record for record in records if any(q.casefold() in record[key].casefold() for key in keys)]


def create_app(records):
    app = Flask(__name__)

    def failed(status, text):
        return make_response(f"{HEAD}<p>{text}</p>", status)

    @app.route("/search")
    def search():
        q = request.args.get("q", "")
        try:
            page = int(request.args.get("page", 1))
            if page < 1:
                raise ValueError
        except ValueError:
            return failed(400, "There is no page " + escape(request.args["page"]))
        found = matching(records, q, "title", "artist")
        items = "".join(
            f"<li><a href='/records/{quote(r['number'])}'>{escape(r['title'])}</a>, {escape(r['artist'])}</li>"
            for r in found[page * 10 - 10:page * 10]
        )
        return (
            f"{HEAD}<form action=/search><input name=q value='{escape(q)}'></form>"
            f"<p>{len(found)} records for {escape(q)}</p><ul>{items}</ul>"
        )

    @app.route("/records/<number>")
    def record(number):
        found = {r["number"]: r for r in records}.get(number)
        if found is None:
            abort(404, "There is no record " + number)
        return f"{HEAD}<h1>{escape(found['title'])}</h1><p>{escape(found['artist'])}</p>"

    @app.route("/suggest")
    def suggest():
        q = request.args.get("q", "")
        return jsonify({"q": q, "titles": [r["title"] for r in matching(records, q, "title")][:10]})

    @app.errorhandler(404)
    def not_found(error):
        if request.path.startswith("/records/") and error.description.startswith("There is no record"):
            return failed(404, escape(error.description))
        # The address as it was asked for, without its parameters.
        return failed(404, "There is nothing at " + unquote(escape(request.full_path.partition("?")[0])))

    return app
