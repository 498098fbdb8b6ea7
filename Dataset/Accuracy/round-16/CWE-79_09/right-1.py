"""The plans of model ships: pages are trees of small objects, written out by one method."""
import os
from collections import deque
from urllib.parse import quote

from flask import Flask, Response, request, send_file
from flask.views import MethodView

VOID = {"img", "meta"}
# every sign but letters, digits and a few harmless ones becomes a character reference
HARMLESS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;/?%_-+()#")


def written(text):
    return "".join(c if c in HARMLESS or ord(c) > 127 and not 0xD800 <= ord(c) < 0xE000 else
                   "&#xFFFD;" if ord(c) == 0 or 0xD800 <= ord(c) < 0xE000 else f"&#{ord(c)};" for c in text)


class Node:
    def __init__(self, tag, *children, **attributes):
        self.tag, self.children, self.attributes = tag, children, attributes

    def __str__(self):
        head = self.tag + "".join(f' {key}="{written(value)}"' for key, value in self.attributes.items())
        if self.tag in VOID:
            return f"<{head}>"
        inner = "".join(str(c) if isinstance(c, Node) else written(c) for c in self.children)
        return f"<{head}>{inner}</{self.tag}>"


def page(title, *body, status=200):
    root = Node("html", Node("head", Node("meta", charset="utf-8"), Node("title", title)), Node("body", *body))
    answer = Response(f"<!doctype html>{root}", status, content_type="text/html; charset=utf-8")
    answer.headers["Content-Security-Policy"] = "default-src 'none'; img-src 'self'; base-uri 'none'"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def web(address):
    return address[:7] == "http://" or address[:8] == "https://"


class View(MethodView):
    def __init__(self, folder, visits):
        self.folder, self.visits = folder, visits

    @property
    def referer(self):
        return request.headers.get("Referer", "")

    def plans(self):
        with os.scandir(self.folder) as entries:
            return {entry.name for entry in entries}

    def back(self):
        return Node("p", Node("a", "Back", href=self.referer if web(self.referer) else "/"))

    def missing(self, name):
        return page("Not there", Node("p", f"There is no plan {name}."), self.back(), status=404)


class Index(View):
    def get(self):
        return page("Plans", Node("ul", *(Node("li", Node("a", name, href="/plans/" + quote(os.fsencode(name), safe="")))
                                          for name in sorted(self.plans()))))


class Plan(View):
    def get(self, name):
        if name not in self.plans():
            return self.missing(name)
        self.visits.append((name, self.referer, request.headers.get("User-Agent", "")))
        return page(name, Node("h1", name), Node("img", alt=name, src="/files/" + quote(name, safe="")), self.back())


class File(View):
    def get(self, name):
        if name not in self.plans():
            return self.missing(name)
        return send_file(os.path.join(os.path.abspath(self.folder), name), "application/octet-stream",
                         as_attachment=True, download_name=name)


class Visits(View):
    def get(self):
        def row(name, referer, agent):
            came = Node("a", referer, href=referer) if web(referer) else referer
            return Node("tr", Node("td", name), Node("td", came), Node("td", agent))
        return page("Visits", Node("table", *(row(*visit) for visit in reversed(self.visits))))


def create_app(folder):
    app, visits = Flask(__name__), deque((), 40)
    for view, rule in ((Index, "/"), (Plan, "/plans/<name>"), (File, "/files/<name>"), (Visits, "/visits")):
        app.add_url_rule(rule, view_func=view.as_view(view.__name__.lower(), folder, visits))
    return app
