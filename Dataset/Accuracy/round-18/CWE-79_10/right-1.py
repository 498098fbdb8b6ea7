"""Riddles: pages are trees of elements, and only the serializer of the standard library writes signs."""
import itertools
import re
import xml.etree.ElementTree as ET
from http import HTTPStatus

from flask import Flask, Response, request
from flask.views import MethodView


def e(tag, *children, **attributes):
    element = ET.Element(tag, attributes)
    last = None
    for child in children:
        if not isinstance(child, str):
            element.append(child)
            last = child
        elif last is None:
            element.text = (element.text or "") + child
        else:
            last.tail = (last.tail or "") + child
    return element


def document(title, *body, status=HTTPStatus.OK):
    tree = e("html", e("head", e("meta", charset="utf-8"), e("title", title)), e("body", *body))
    answer = Response("<!DOCTYPE html>" + ET.tostring(tree, encoding="unicode", method="html"),
                      int(status), mimetype="text/html")
    answer.headers["Content-Security-Policy"] = "default-src 'none'"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


class Shelf:
    def __init__(self):
        self.numbers = itertools.count(1)
        self.riddles = {}

    def add(self, riddle):
        number = next(self.numbers)
        self.riddles[number] = riddle
        return number


class View(MethodView):
    init_every_request = False

    def __init__(self, shelf):
        self.shelf = shelf


class Index(View):
    def get(self):
        links = (
            e("li", e("a", title, href=f"/riddles/{number:d}", title=text[:40] + "…" * (len(text) > 40)))
            for number, (title, text) in sorted(self.shelf.riddles.items(), reverse=True))
        return document("All riddles", e("ol", *links))


class New(View):
    def post(self):
        title, text = (request.form.get(field, "") for field in ("title", "text"))
        if not (0 < len(title) < 61 and text):
            return document("No new riddle", e("p", "You typed: ", e("q", title)), status=HTTPStatus.BAD_REQUEST)
        return Response(status=303, headers={"Location": f"/riddles/{self.shelf.add((title, text)):d}"})


class One(View):
    def get(self, number):
        try:
            title, text = self.shelf.riddles[number]
        except KeyError:
            return document("No such riddle", status=HTTPStatus.NOT_FOUND)
        first, *others = re.split(r"\r\n?|\n", text)
        lines = itertools.chain.from_iterable((e("br"), line) for line in others)
        return document(title, e("h1", title), e("p", first, *lines))


def create_app():
    app = Flask(__name__, static_folder=None)
    app.config.update(MAX_FORM_MEMORY_SIZE=None)
    shelf = Shelf()
    app.add_url_rule("/", view_func=Index.as_view("index", shelf))
    app.add_url_rule("/riddles", view_func=New.as_view("new", shelf))
    app.add_url_rule("/riddles/<int:number>", view_func=One.as_view("one", shelf))
    return app
