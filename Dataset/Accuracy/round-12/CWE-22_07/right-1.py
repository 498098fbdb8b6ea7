"""right: no path is ever put together from an address. The program goes down from the
folder step by step, and at each step takes only what the folder itself lists."""
import mimetypes
import os
from functools import partial

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound


class Node:
    def __init__(self, path):
        self.path = path

    def child(self, name):
        try:
            with os.scandir(self.path) as entries:
                for entry in entries:
                    if entry.name == name:
                        return Node(entry.path)
        except OSError:
            pass
        return None

    def folder(self):
        return os.path.isdir(self.path)

    def file(self):
        return os.path.isfile(self.path)


def numberless(name):
    """`logo@12.png` -> `logo.png`; None for a name without a number."""
    stem, dot, ending = name.rpartition(".")
    head, at, number = stem.rpartition("@")
    if dot and ending and at and head and number.isascii() and number.isdigit():
        return head + "." + ending
    return None


def descend(node, steps):
    for step in steps:
        node = node and node.child(step)
    return node


def look_up(top, address):
    company, *steps = address.split("/")
    if not steps:
        steps = [""]
    site = descend(Node(top), [company, "public"])
    if site is None or not site.folder():
        raise NotFound
    wants_folder = steps[-1] == ""
    if wants_folder:
        steps.pop()
    *above, last = steps or [None]
    place = descend(site, above)
    if place is None:
        raise NotFound
    if last is None:
        found = site
    else:
        found = place.child(last)
    if found is not None and found.folder():
        found = found.child("index.html")
    elif wants_folder:
        found = None
    elif found is None:
        plain = numberless(last)
        found = place.child(last + ".html")
        if found is None and plain:
            found = place.child(plain)
            if found is None:
                found = place.child(plain + ".html")
            elif found.folder():
                found = None
    if found is None or not found.file():
        raise NotFound
    return found.path


def answer(path, kind=None):
    kind = kind or mimetypes.guess_type(path)[0] or "application/octet-stream"
    try:
        with open(path, "rb") as file:
            return Response(file.read(), mimetype=kind)
    except OSError:
        raise NotFound from None


def create_app(folder):
    app = Flask("companies", static_folder=None)
    app.url_map.merge_slashes = False
    look = partial(look_up, os.path.abspath(folder))

    @app.route("/")
    def everybody():
        names = []
        for name in os.listdir(os.path.abspath(folder)):
            try:
                look(name + "/index.html")
            except NotFound:
                continue
            names.append(name)
        return sorted(names)

    @app.route("/source")
    def source():
        slash, address = request.args.get("page", "")[:1], request.args.get("page", "")[1:]
        if slash != "/" or "/" not in address:
            raise NotFound
        return answer(look(address), "text/plain")

    @app.route("/<path:address>")
    def site(address):
        if "/" not in address:
            raise NotFound
        return answer(look(address))

    return app
