import os
from collections import deque
from functools import lru_cache
from urllib.parse import quote

from flask import Flask, Response, request, send_from_directory
from markupsafe import Markup, escape


@lru_cache(maxsize=1024)
def element(tag, content):
    """An element. A str is text; what is HTML already is Markup.

    The same browsers and addresses come again and again, so the results are kept.
    """
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), content)


def link(address, text):
    return Markup('<a href="{}">{}</a>').format(address, text)


def page(title, *body, status=200):
    html = Markup('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">{}</head><body>{}</body></html>')
    return Response(
        html.format(element("title", title), Markup("\n").join(body)),
        status=status, content_type="text/html; charset=utf-8",
    )


def is_text(name):
    """Whether it is UTF-8: other names cannot stand in a page or an address."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


def is_web(address):
    return address.startswith(("http://", "https://"))


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)
    visits = deque(maxlen=40)

    def plans():
        return sorted(name for name in os.listdir(folder) if is_text(name) and os.path.isfile(os.path.join(folder, name)))

    def back():
        referer = request.headers.get("Referer", "")
        return link(referer if is_web(referer) else "/", "Back")

    def missing(name):
        return page("Not found", element("p", f"There is no plan {name}."), back(), status=404)

    @app.get("/")
    def index():
        items = [element("li", link("/plans/" + quote(name, safe=""), name)) for name in plans()]
        return page("Plans", element("ul", Markup("").join(items)))

    @app.get("/plans/<path:name>")
    def plan(name):
        if name not in plans():
            return missing(name)
        visits.appendleft((name, request.headers.get("Referer", ""), request.headers.get("User-Agent", "")))
        image = Markup('<img src="{}" alt="{}">').format("/files/" + quote(name, safe=""), name)
        return page(name, element("h1", name), image, back())

    @app.get("/files/<path:name>")
    def file(name):
        if name not in plans():
            return missing(name)
        return send_from_directory(folder, name, as_attachment=True)

    @app.get("/visits")
    def show_visits():
        rows = []
        for name, referer, agent in visits:
            origin = link(referer, referer) if is_web(referer) else referer
            cells = element("td", name) + element("td", origin) + element("td", agent)
            rows.append(Markup("<tr>{}</tr>").format(cells))
        return page("Visits", Markup("<table>{}</table>").format(Markup("\n").join(rows)))

    return app
