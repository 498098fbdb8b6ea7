"""right: pathlib, class-based views, and a strict grammar for the parts of an address."""
import re
from pathlib import Path

from flask import Flask, abort, jsonify, request, send_file
from flask.views import MethodView

PART = re.compile(r"(?!\.{1,2}\Z)[^/\0]{1,255}\Z", re.S)
VERSION = re.compile(r"(?s)(.+)@[0-9]+(\.[^.]+)\Z")


def kind(path):
    try:
        return "folder" if path.is_dir() else "file" if path.is_file() else None
    except (OSError, ValueError):
        return None


class Site:
    """The web site of one company."""

    def __init__(self, folder, company):
        self.public = folder / company / "public"
        self.there = bool(PART.match(company)) and kind(self.public) == "folder"

    def candidates(self, parts, closed):
        """What an address can mean, the best meaning first. Every name is checked
        when it is complete, just before it becomes a path."""
        yield parts, closed
        if parts and not closed:
            *above, last = parts
            yield [*above, last + ".html"], False
            if match := VERSION.match(last):
                yield [*above, match[1] + match[2]], False

    def file(self, page):
        if not self.there:
            return None
        closed = page.endswith("/") or not page
        parts = page.removesuffix("/").split("/") if page else []
        for number, (names, closed) in enumerate(self.candidates(parts, closed)):
            if not all(PART.match(name) for name in names):
                continue
            path = self.public.joinpath(*names)
            what = kind(path)
            if what == "folder" and number == 0:
                index = path / "index.html"
                return index if kind(index) == "file" else None
            if what == "file" and not closed:
                return path
        return None


class View(MethodView):
    init_every_request = False

    def __init__(self, folder):
        self.folder = folder

    def send(self, company, page, **options):
        path = Site(self.folder, company).file(page)
        if path is None:
            abort(404)
        return send_file(path, **options)


class Page(View):
    def get(self, company, page=""):
        return self.send(company, page)


class Source(View):
    def get(self):
        match = re.match(r"(?s)/([^/]+)/(.*)\Z", request.args.get("page", ""))
        return self.send(*match.groups(), mimetype="text/plain") if match else abort(404)


class Companies(View):
    def get(self):
        return jsonify(sorted(p.name for p in self.folder.iterdir() if Site(self.folder, p.name).file("")))


def create_app(folder):
    app = Flask("pupils", static_folder=None, template_folder=None)
    app.url_map.strict_slashes = False
    folder = Path(folder).absolute()
    page = Page.as_view("page", folder)
    app.add_url_rule("/", view_func=Companies.as_view("companies", folder))
    app.add_url_rule("/source", view_func=Source.as_view("source", folder))
    app.add_url_rule("/<company>/", view_func=page, merge_slashes=False)
    app.add_url_rule("/<company>/<path:page>", view_func=page, merge_slashes=False)
    return app
