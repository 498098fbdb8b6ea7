"""Riddles as trees of elements; what was typed is only ever a text or an attribute of a node."""
import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, TreeBuilder, tostring

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, NotFound

LINE_BREAK = re.compile("\r\n|\r|\n")


def document(title):
    html = Element("html", lang="en")
    head = SubElement(html, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "title").text = title
    SubElement(head, "style").text = "h1, p, a { white-space: pre-wrap }"
    return html, SubElement(html, "body")


def answer(html, status=200):
    text = tostring(html, encoding="unicode", method="html", short_empty_elements=False)
    return Response("<!DOCTYPE html>" + text, status, content_type="text/html; charset=utf-8")


@dataclass(frozen=True)
class Riddle:
    number: int
    title: str
    text: str

    @property
    def address(self):
        return "/riddles/%d" % self.number

    def link(self):
        short = self.text[:40]
        if short != self.text:
            short += "\N{HORIZONTAL ELLIPSIS}"
        link = Element("a", href=self.address, title=LINE_BREAK.sub(" ", short))
        link.text = self.title
        return link

    def paragraph(self):
        tree = TreeBuilder()
        tree.start("p", {})
        first = True
        for line in LINE_BREAK.split(self.text):
            if not first:
                tree.start("br", {})
                tree.end("br")
            tree.data(line)
            first = False
        tree.end("p")
        return tree.close()


@dataclass
class Corner:
    riddles: dict = field(default_factory=dict)

    def add(self):
        title, text = (request.form.get(key, type=str) or "" for key in ("title", "text"))
        if not title or len(title) > 60 or not text:
            raise BadRequest
        riddle = Riddle(len(self.riddles) + 1, title, text)
        self.riddles[riddle.number] = riddle
        return Response("", 303, {"Location": riddle.address})

    def index(self):
        html, body = document("Riddles")
        for number in sorted(self.riddles, reverse=True):
            SubElement(body, "div").append(self.riddles[number].link())
        return answer(html)

    def show(self, number):
        riddle = self.riddles.get(number)
        if riddle is None:
            raise NotFound
        html, body = document(riddle.title)
        SubElement(body, "h1").text = riddle.title
        body.append(riddle.paragraph())
        return answer(html)


def create_app():
    app, corner = Flask("riddles", static_folder=None), Corner()
    app.add_url_rule("/riddles", "add", corner.add, methods=["POST"])
    app.add_url_rule("/", "index", corner.index)
    app.add_url_rule("/riddles/<int:number>", "show", corner.show)
    return app
