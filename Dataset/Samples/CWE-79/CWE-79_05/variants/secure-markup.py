from flask import Flask, request
from markupsafe import Markup


PAGE = Markup("<!doctype html><html><head><title>Records</title></head><body>{}</body></html>")
FORM = Markup('<form action="/search" method="get"><input name="q" value="{}"></form>')
ITEM = Markup('<li><a href="/records/{number}">{title}</a> <em>{artist}</em></li>')


def paragraph(text, *values):
    return Markup("<p>{}</p>").format(text.format(*values))


def has(record, q, keys=("title", "artist")):
    return any(q.lower() in record[key].lower() for key in keys)


def create_app(records):
    app = Flask(__name__)

    @app.get("/search")
    def search():
        q, page = request.args.get("q", ""), request.args.get("page", "1")
        if not page.isascii() or not page.isdigit() or int(page) < 1:
            return PAGE.format(paragraph("There is no page {}", page)), 400
        found = [record for record in records if has(record, q)]
        first = 10 * (int(page) - 1)
        items = Markup("").join(ITEM.format(**record) for record in found[first:first + 10])
        told = paragraph("{} records for {}", len(found), q)
        return PAGE.format(FORM.format(q) + told + Markup("<ul>{}</ul>").format(items))

    @app.get("/records/<number>")
    def record(number):
        found = next((record for record in records if record["number"] == number), None)
        if found is None:
            return PAGE.format(paragraph("There is no record {}", number)), 404
        return PAGE.format(Markup("<h1>{title}</h1><p>{artist}</p>").format(**found))

    @app.get("/suggest")
    def suggest():
        q = request.args.get("q", "")
        return {"q": q, "titles": [one["title"] for one in records if has(one, q, ("title",))][:10]}

    @app.errorhandler(404)
    def missing(_):
        return PAGE.format(paragraph("There is nothing at {}", request.path)), 404

    return app
