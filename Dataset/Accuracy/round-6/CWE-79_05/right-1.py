import xml.etree.ElementTree as ET
from itertools import islice

from flask import Flask, Response, jsonify, request
from flask.views import View


class Page:
    def __init__(self, title):
        self.root = ET.Element("html", lang="en")
        head = ET.SubElement(self.root, "head")
        ET.SubElement(head, "meta", charset="utf-8")
        ET.SubElement(head, "title").text = title
        self.body = ET.SubElement(self.root, "body")

    def add(self, tag, text=None, parent=None, **attributes):
        node = ET.SubElement(self.body if parent is None else parent, tag, attributes)
        node.text = text
        return node

    def response(self, status=200):
        markup = "<!DOCTYPE html>\n" + ET.tostring(self.root, encoding="unicode", method="html")
        return Response(markup, status=status, content_type="text/html; charset=utf-8")


def complaint(text, status):
    page = Page("Record library")
    page.add("p", text)
    return page.response(status)


class Catalogue(tuple):
    def find(self, text, *fields):
        wanted = text.casefold()
        return (r for r in self if any(wanted in r[f].casefold() for f in fields))

    def __missing__(self, number):
        raise LookupError(number)

    def numbered(self, number):
        return next((r for r in self if r["number"] == number), None) or self.__missing__(number)


class LibraryView(View):
    init_every_request = False

    def __init__(self, catalogue):
        self.catalogue = catalogue


class Search(LibraryView):
    def dispatch_request(self):
        text = request.args.get("q", "")
        wanted_page = request.args.get("page", "1")
        if not (wanted_page.isascii() and wanted_page.isdecimal() and wanted_page.strip("0")):
            return complaint(f"There is no page {wanted_page}", 400)
        found = list(self.catalogue.find(text, "title", "artist"))
        digits = wanted_page.lstrip("0")
        first = (int(digits) - 1) * 10 if len(digits) < 16 else len(found)

        page = Page("Search")
        form = page.add("form", method="get", action="/search")
        page.add("input", parent=form, type="text", name="q", value=text)
        page.add("p", f"{len(found)} records for {text}")
        ul = page.add("ul")
        for record in found[first:first + 10]:
            li = page.add("li", parent=ul)
            link = page.add("a", record["title"], parent=li, href="/records/" + record["number"])
            link.tail = " " + record["artist"]
        return page.response()


class Record(LibraryView):
    def dispatch_request(self, number):
        try:
            record = self.catalogue.numbered(number)
        except LookupError as error:
            return complaint("There is no record %s" % error, 404)
        page = Page("Record")
        page.add("h1", record["title"])
        page.add("p", record["artist"])
        return page.response()


class Suggest(LibraryView):
    def dispatch_request(self):
        text = request.args.get("q", "")
        return jsonify({"q": text, "titles": [r["title"] for r in islice(self.catalogue.find(text, "title"), 10)]})


def create_app(records):
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False
    catalogue = Catalogue(records)
    app.add_url_rule("/search", view_func=Search.as_view("search", catalogue))
    app.add_url_rule("/records/<number>", view_func=Record.as_view("record", catalogue))
    app.add_url_rule("/suggest", view_func=Suggest.as_view("suggest", catalogue))
    app.register_error_handler(404, lambda _: complaint(f"There is nothing at {request.path}", 404))
    return app
