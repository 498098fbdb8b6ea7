"""Walks from listing to listing: a part of an address only counts when the folder at hand lists that name."""
import os
from functools import reduce

from flask import Flask, Response, request
from flask.views import MethodView
from werkzeug.exceptions import NotFound
from werkzeug.wsgi import wrap_file
import mimetypes


def listing(folder):
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry for entry in entries}
    except OSError:
        return {}


def unnumbered(name):
    front, dot, ending = name.rpartition(".")
    stem, at, number = front.rpartition("@")
    return stem + dot + ending if at and stem and ending and number.isascii() and number.isdigit() else name


class Pages(MethodView):
    init_every_request = False

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def enter(self, folder, name):
        entry = listing(folder).get(name)
        if entry is None or not entry.is_dir():
            raise NotFound
        return entry.path

    def file(self, folder, name):
        entry = listing(folder).get(name)
        return entry.path if entry is not None and entry.is_file() else None

    def find(self, address):
        first, *parts = address.split("/")
        if first or len(parts) < 2:
            raise NotFound
        company, *folders, name = parts
        site = self.enter(self.enter(self.folder, company), "public")
        if not name and folders:
            name, closed = folders.pop(), True
        else:
            closed = False
        here = reduce(self.enter, folders, site)
        return self.last(here, name, closed) if name else self.file(here, "index.html")

    def last(self, here, name, closed):
        entry = listing(here).get(name)
        if entry is not None and entry.is_dir():
            return self.file(entry.path, "index.html")
        if closed:
            return None
        tries = (name, unnumbered(name), name + ".html", unnumbered(name + ".html"))
        return next(filter(None, (self.file(here, one) for one in tries)), None)

    def get(self, **_):
        if request.path == "/source":
            return self.reply(self.find(request.args.get("page", "")), "text/plain")
        return self.reply(self.find(request.path))

    def reply(self, path, kind=None):
        if path is None:
            raise NotFound
        try:
            stream = open(path, "rb")
        except OSError:
            raise NotFound from None
        kind = kind or mimetypes.guess_type(path)[0] or "application/octet-stream"
        return Response(wrap_file(request.environ, stream), mimetype=kind, direct_passthrough=True)


class Companies(MethodView):
    def __init__(self, pages):
        self.pages = pages

    def get(self):
        names = []
        for name in listing(self.pages.folder):
            try:
                site = self.pages.enter(self.pages.enter(self.pages.folder, name), "public")
            except NotFound:
                continue
            if self.pages.file(site, "index.html"):
                names.append(name)
        return sorted(names)


def create_app(folder):
    app = Flask("sites", static_folder=None)
    app.url_map.merge_slashes = False
    pages = Pages(folder)
    app.add_url_rule("/", view_func=Companies.as_view("companies", pages))
    view = Pages.as_view("pages", folder)
    app.add_url_rule("/source", view_func=view)
    app.add_url_rule("/<company>", view_func=view)
    app.add_url_rule("/<company>/", view_func=view)
    app.add_url_rule("/<company>/<path:page>", view_func=view)
    return app
