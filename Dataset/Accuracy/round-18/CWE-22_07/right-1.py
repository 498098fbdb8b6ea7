"""Addresses are never made into paths: each part is looked for among the names that a folder really has."""
import json
import mimetypes
import os
from pathlib import Path

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound


class Site:
    def __init__(self, folder):
        self.folder = Path(folder).absolute()

    @staticmethod
    def _children(place):
        try:
            with os.scandir(place) as entries:
                return {entry.name: entry for entry in entries}
        except OSError:
            return {}

    def _public(self, company):
        found = self._children(self.folder).get(company)
        found = found and found.is_dir() and self._children(found.path).get("public")
        return found.path if found and found.is_dir() else None

    @staticmethod
    def _spellings(name):
        yield name, False
        stem, dot, ending = name.rpartition(".")
        plain, at, number = stem.rpartition("@")
        if dot and at and ending and number.isascii() and number.isdigit():
            yield plain + dot + ending, False
        yield name + ".html", True

    def locate(self, address):
        """`address` begins with a slash."""
        if not address.startswith("/"):
            raise NotFound()
        company, *parts = address[1:].split("/")
        place = self._public(company)
        if place is None:
            raise NotFound()
        slash = not parts or parts[-1] == ""
        if slash:
            parts = parts[:-1]
        for number, part in enumerate(parts):
            children = self._children(place)
            if number < len(parts) - 1 or slash:
                entry = children.get(part)
                if entry is None or not entry.is_dir():
                    raise NotFound()
                place = entry.path
                continue
            for spelling, added in self._spellings(part):
                entry = children.get(spelling)
                if entry is None:
                    continue
                if entry.is_file():
                    return entry.path
                if entry.is_dir() and not added:
                    place = entry.path
                    break
            else:
                raise NotFound()
        index = self._children(place).get("index.html")
        if index is None or not index.is_file():
            raise NotFound()
        return index.path

    def names(self):
        for name in sorted(self._children(self.folder)):
            try:
                self.locate("/" + name + "/")
            except NotFound:
                continue
            yield name


def create_app(folder):
    site = Site(folder)
    app = Flask("companies", static_folder=None, root_path=str(site.folder))
    app.url_map.merge_slashes = False

    def answer(address, kind=None):
        path = site.locate(address)
        kind = kind or mimetypes.guess_type(path)[0] or "application/octet-stream"
        try:
            return Response(Path(path).read_bytes(), mimetype=kind)
        except OSError:
            raise NotFound() from None

    @app.route("/", methods=["GET"])
    def all_of_them():
        return Response(json.dumps(list(site.names())), mimetype="application/json")

    @app.route("/source", methods=["GET"])
    def source():
        return answer(request.args.get("page", "-"), "text/plain")

    @app.route("/<path:address>", methods=["GET"])
    def page(address):
        return answer("/" + address)

    return app
