"""Pages are trees of elements; nothing is put together as a string of HTML."""
import re
import urllib.parse
from pathlib import Path
import xml.etree.ElementTree as ET

from flask import Flask, request, send_file
from flask.views import MethodView

WEB = re.compile(r"https?://")
# what HTML cannot hold, halves of characters among it
ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class Node(ET.Element):
    def __init__(self, tag, text=None, **attributes):
        super().__init__(tag, {k: ODD.sub("\ufffd", v) for k, v in attributes.items()})
        if text is not None:
            self.text = ODD.sub("\ufffd", text)

    def __lshift__(self, children):
        self.extend(children)
        return self


def html(title, *body):
    root = Node("html", lang="en") << [
        Node("head") << [Node("meta", charset="utf-8"), Node("title", title)],
        Node("body") << body,
    ]
    return "<!doctype html>" + ET.tostring(root, encoding="unicode", method="html")


class Drawer:
    """The folder with the plans."""

    def __init__(self, folder):
        self.path = Path(folder).resolve()

    def __iter__(self):
        return iter(sorted(p.name for p in self.path.iterdir() if p.is_file()))

    def get(self, name):
        for real in self:
            # Flask reads what is not UTF-8 in an address as U+FFFD
            if name in (real, real.encode("utf-8", "surrogateescape").decode("utf-8", "replace")):
                return self.path / real
        return None


class Page(MethodView):
    def __init__(self, drawer, visits):
        self.drawer, self.visits = drawer, visits

    @staticmethod
    def address(kind, name):
        return "/%s/%s" % (kind, urllib.parse.quote(name, safe="", errors="surrogateescape"))

    @staticmethod
    def header(name):
        return request.headers.get(name, default="")

    def back(self):
        referer = self.header("referer")
        return Node("a", "Back", href=referer if WEB.match(referer) else "/")

    def missing(self, name):
        return html("No plan", Node("p", "There is no plan " + name + "."), self.back()), 404


class Index(Page):
    def get(self):
        return html("Model ships", Node("ul") << [
            Node("li") << [Node("a", name, href=self.address("plans", name))] for name in self.drawer])


class Plan(Page):
    def get(self, name):
        if not self.drawer.get(name):
            return self.missing(name)
        self.visits.insert(0, (name, self.header("referer"), self.header("user-agent")))
        del self.visits[40:]
        return html(name, Node("h1", name), Node("img", alt=name, src=self.address("files", name)), self.back())


class File(Page):
    def get(self, name):
        path = self.drawer.get(name)
        if not path:
            return self.missing(name)
        answer = send_file(path.open("rb"), as_attachment=True, download_name=ODD.sub("\ufffd", path.name))
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer


class Visits(Page):
    def get(self):
        return html("Visits", Node("table") << map(self.row, self.visits))

    @staticmethod
    def row(visit):
        name, referer, agent = visit
        middle = Node("td") << [Node("a", referer, href=referer)] if WEB.match(referer) else Node("td", referer)
        return Node("tr") << [Node("td", name), middle, Node("td", agent)]


def create_app(folder):
    app = Flask("plans", static_folder=None)
    shared = Drawer(folder), []
    for rule, view in ("/", Index), ("/plans/<path:name>", Plan), ("/files/<path:name>", File), ("/visits", Visits):
        app.add_url_rule(rule, view_func=view.as_view(view.__name__, *shared))
    return app
