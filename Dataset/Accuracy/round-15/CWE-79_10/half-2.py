"""Riddles for the tablet in the reading corner.

Pages are built from elements: every child that is not markup is escaped, so
nobody can forget it.
"""
from flask import Flask, abort, redirect, request
from markupsafe import Markup, escape

BREAK = Markup("<br>")


class Page:
    """Builds markup. What has been escaped once is kept, for pages show it often."""

    def __init__(self):
        self._escaped = {}

    def html(self, child):
        """The child as markup; markup stays as it is, and text is escaped."""
        if child not in self._escaped:
            if len(self._escaped) >= 10_000:
                self._escaped.clear()
            self._escaped[child] = escape(child)
        return self._escaped[child]

    def element(self, tag, *children, **attributes):
        start = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes.items())
        inner = Markup("").join(self.html(child) for child in children)
        return Markup("<{0}{1}>{2}</{0}>").format(tag, start, inner)

    def document(self, title, *body):
        head = self.element("head", Markup('<meta charset="utf-8">'), self.element("title", title))
        return Markup("<!DOCTYPE html>\n") + self.element("html", head, self.element("body", *body), lang="en")


def lines(text):
    """The text's lines, with a break between any two."""
    first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    yield first
    for other in others:
        yield BREAK
        yield other


def create_app():
    app = Flask(__name__)
    page = Page()
    riddles = []

    @app.get("/")
    def index():
        links = []
        for number, (title, text) in enumerate(riddles, 1):
            beginning = text[:40] + "…" * (len(text) > 40)
            link = page.element("a", title, href=f"/riddles/{number}", title=beginning)
            links.insert(0, page.element("li", link))
        return str(page.document("Riddles", page.element("h1", "Riddles"), page.element("ul", *links)))

    @app.post("/riddles")
    def add():
        title, text = request.form.get("title", ""), request.form.get("text", "")
        if not 0 < len(title) <= 60 or not text:
            refused = page.element("p", "A riddle has a title of 1 to 60 letters, and a text.")
            return str(page.document("No riddle", refused)), 400
        riddles.append((title, text))
        return redirect(f"/riddles/{len(riddles)}")

    @app.get("/riddles/<int:number>")
    def show(number):
        if not 0 < number <= len(riddles):
            abort(404)
        title, text = riddles[number - 1]
        return str(page.document(title, page.element("h1", title), page.element("p", *lines(text))))

    return app
