"""No HTML is written: trees of lxml are built, and lxml writes them."""
import re
from collections import deque
from pathlib import Path
from urllib.parse import quote

from flask import Flask, make_response, request
from werkzeug.routing import BaseConverter
from flask.views import View
from lxml import html
from lxml.html.builder import A, BODY, H1, HEAD, HTML, IMG, LI, META, P, TABLE, TD, TITLE, TR, UL

_ODD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text):
    """lxml takes no control characters and no half characters."""
    return _ODD.sub("\ufffd", text)


def to(*parts):
    return "/" + "/".join(quote(part.encode("utf-8", "surrogateescape"), safe="") for part in parts)


class Page(View):
    def __init__(self, folder, visits):
        self.folder, self.visits = folder, visits

    def dispatch_request(self, name=None):
        status, title, *content = self.build(name) if name is None or self.there(name) else self.missing(name)
        tree = HTML(HEAD(META(charset="utf-8"), TITLE(plain(title))), BODY(*content))
        response = make_response(html.tostring(tree, doctype="<!DOCTYPE html>", encoding="utf-8"), status)
        response.content_type = "text/html; charset=utf-8"
        response.headers["Content-Security-Policy"] = "script-src 'none'"
        return response

    def names(self):
        return sorted(file.name for file in self.folder.iterdir())

    def there(self, name):
        return name in self.names()

    def missing(self, name):
        return 404, "Nothing here", P(f"There is no plan {plain(name)}."), self.back()

    def back(self):
        came_from = request.headers.get("Referer", "")
        return A("Back", href=plain(came_from) if re.match("https?://", came_from) else "/")


class Index(Page):
    def build(self, _):
        return 200, "Our plans", UL(*(LI(A(plain(n), href=to("plans", n))) for n in self.names()))


class Plan(Page):
    def build(self, name):
        self.visits.append((name, *(request.headers.get(h, "") for h in ("Referer", "User-Agent"))))
        return 200, name, H1(plain(name)), IMG(src=to("files", name), alt=plain(name)), self.back()


class Picture(Page):
    def dispatch_request(self, name):
        if not self.there(name):
            return super().dispatch_request(name)
        response = make_response((self.folder / name).read_bytes())
        response.content_type = "application/octet-stream"
        response.headers["Content-Disposition"] = "attachment; filename*=UTF-8''" + to(name)[1:]
        return response


class Visits(Page):
    def build(self, _):
        def source(address):
            web = address.startswith("http://") or address.startswith("https://")
            return A(plain(address), href=plain(address)) if web else plain(address)

        return 200, "Visits", TABLE(*(TR(TD(plain(name)), TD(source(referer)), TD(plain(agent)))
                                      for name, referer, agent in reversed(self.visits)))


class AnyName(BaseConverter):
    """Slashes and line breaks, too."""
    regex = "(?s:.+)"
    part_isolating = False


def create_app(folder):
    app, shared = Flask("plans"), (Path(folder), deque((), 40))
    app.url_map.converters['any_name'] = AnyName
    for rule, view in {"/": Index, "/plans/<any_name:name>": Plan, "/files/<any_name:name>": Picture,
                       "/visits": Visits}.items():
        app.add_url_rule(rule, view_func=view.as_view(view.__name__, *shared))
    return app
