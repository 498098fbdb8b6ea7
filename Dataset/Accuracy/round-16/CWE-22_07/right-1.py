"""A web server for the pupils' companies that only ever walks down listings of folders."""
import os
import re

from flask import Flask, request
from flask.json import dumps
from flask.views import View
from werkzeug.exceptions import NotFound
from werkzeug.utils import send_file


class Node:
    """A file or folder. `down` finds only what a listing of the folder names."""

    def __init__(self, path):
        self.path = path

    def listing(self):
        try:
            return set(os.listdir(self.path))
        except (OSError, ValueError):
            return frozenset()

    def down(self, name):
        return Node(os.path.join(self.path, name)) if name in self.listing() else None

    is_file = property(lambda self: os.path.isfile(self.path))
    is_folder = property(lambda self: os.path.isdir(self.path))


def file_named(folder, name):
    node = folder.down(name)
    if node is not None and node.is_file:
        return node
    raise NotFound


def resolve(root, address):
    if address[:1] != "/":
        raise NotFound
    company, *steps = address[1:].split("/")
    home = root.down(company)
    here = home and home.down("public")
    if here is None or not here.is_folder:
        raise NotFound
    closed = not steps or steps[-1] == ""
    if steps and steps[-1] == "":
        steps.pop()
    while steps:
        name = steps.pop(0)
        node = here.down(name)
        if node is not None and node.is_folder:
            here = node
        elif steps or closed:
            raise NotFound
        elif node is not None:
            return file_named(here, name)
        else:
            tries = [name + ".html"]
            number = re.search(r"@[0-9]+(\.[^.]+)\Z", name)
            if number:
                tries.append(name[:number.start()] + number[1])
            for name in tries:
                try:
                    return file_named(here, name)
                except NotFound:
                    pass
            raise NotFound
    return file_named(here, "index.html")


class Show(View):
    init_every_request = False

    def __init__(self, root, kind=None):
        self.root, self.kind = root, kind

    def dispatch_request(self, **_):
        address = request.args.get("page", "") if self.kind else request.path
        return send_file(resolve(self.root, address).path, request.environ, mimetype=self.kind)


def create_app(folder):
    app = Flask("companies", static_folder=None)
    app.url_map.merge_slashes = False
    root = Node(os.path.abspath(folder))

    def index():
        def has_site(name):
            try:
                return bool(resolve(root, "/" + name))
            except NotFound:
                return False
        return app.response_class(dumps(sorted(filter(has_site, root.listing()))),
                                  mimetype="application/json")

    app.add_url_rule("/", view_func=index)
    app.add_url_rule("/source", view_func=Show.as_view("source", root, "text/plain"))
    page = Show.as_view("page", root)
    for rule in ("/<company>", "/<company>/", "/<company>/<path:rest>"):
        app.add_url_rule(rule, view_func=page)
    return app
