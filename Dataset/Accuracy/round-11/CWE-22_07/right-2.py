"""Makes, for each request, the set of all files of one web site, and looks the address up in it.

The address is never made into a path: the path comes from os.walk. Links to folders are not followed.
"""
import os
import posixpath

from flask import Flask, make_response, request
from flask.helpers import send_file
from werkzeug.routing import Rule

INDEX = "index.html"


def web_site(folder, company):
    """Addresses below `/company/` -> path; a folder's address ends with a slash, its value is None."""
    site = {}
    if company not in set(os.listdir(folder)):
        return site
    top = os.path.join(folder, company, "public")
    for place, _, names in os.walk(top):
        inner = tuple(part for part in os.path.relpath(place, top).split(os.sep) if part != ".")
        site[inner] = None
        for name in names:
            path = os.path.join(place, name)
            if os.path.isfile(path):
                site[inner + (name,)] = path
    return site


def names_for(name):
    for full in (name, name + ".html"):
        yield full
        stem, ending = posixpath.splitext(full)
        plain = stem.rstrip("0123456789")
        if ending and plain != stem and plain.endswith("@") and len(plain) > 1:
            yield plain[:-1] + ending


def lookup(folder, address):
    match address.split("/"):
        case ["", company, *parts] if company and parts:
            pass
        case _:
            return None
    site = web_site(folder, company)
    *parts, last = parts
    parts = tuple(parts)
    as_folder = parts + ((last,) if last else ())
    if site.get(as_folder, "file") is None:
        return site.get(as_folder + (INDEX,))
    if not last:
        return None
    return next((site[parts + (n,)] for n in names_for(last) if site.get(parts + (n,))), None)


def create_app(folder):
    folder = os.path.abspath(folder)
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False
    app.url_map.add(Rule("/", endpoint="all", methods=["GET"]))
    app.url_map.add(Rule("/source", endpoint="source", methods=["GET"]))
    app.url_map.add(Rule("/<company>", endpoint="page", methods=["GET"]))
    app.url_map.add(Rule("/<company>/", endpoint="page", methods=["GET"]))
    app.url_map.add(Rule("/<company>/<path:rest>", endpoint="page", methods=["GET"]))

    def deliver(address, **kind):
        path = lookup(folder, address)
        if path is None:
            return make_response(("There is no such page.\n", 404, {"Content-Type": "text/plain"}))
        return send_file(path, **kind)

    @app.endpoint("all")
    def all_companies():
        names = [n for n in os.listdir(folder) if os.path.isfile(os.path.join(folder, n, "public", INDEX))]
        return sorted(names)

    @app.endpoint("source")
    def source():
        return deliver(request.args.get("page", ""), mimetype="text/plain")

    @app.endpoint("page")
    def page(company, rest=None):
        return deliver(request.path)

    return app
