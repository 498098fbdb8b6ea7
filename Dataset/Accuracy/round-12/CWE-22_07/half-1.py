"""Shows the web sites of the pupils' companies."""

import os
import re

from flask import Flask, abort, jsonify, request, send_file

_NUMBER = re.compile(r"@[0-9]+(?=\.[^./]+$)")


def _stays_inside(page):
    """Whether the page never climbs above the place at which it starts.

    Pages are made by hand and may well hold links such as `../logo.png`,
    so `..` is fine as long as there is a folder left to climb out of.
    """
    depth = 0
    for part in page.split("/"):
        if part == "..":
            depth -= 1
            if depth < 0:
                return False
        elif part != ".":
            depth += 1
    return True


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False
    app.url_map.strict_slashes = False
    root = os.path.abspath(folder)

    def public_of(company):
        if company in ("", ".", "..") or "/" in company or "\0" in company:
            return None
        return os.path.join(root, company, "public")

    def by_rules(public, page):
        if not _stays_inside(page):
            return None
        # No os.path.join here: it would take an absolute page as it is.
        path = f"{public}/{page}"
        if os.path.isdir(path):
            path = os.path.join(path, "index.html")
            return path if os.path.isfile(path) else None
        if os.path.isfile(path):
            return path
        if page and not page.endswith("/") and os.path.isfile(path + ".html"):
            return path + ".html"
        return None

    def find(company, page):
        public = public_of(company)
        if public is None or "\0" in page or not os.path.isdir(public):
            return None
        page = page.lstrip("/")
        found = by_rules(public, page)
        if found is None:
            plain = _NUMBER.sub("", page)
            if plain != page:
                # the name without its number is looked at from the beginning
                found = by_rules(public, plain)
        return found

    @app.get("/")
    def companies():
        return jsonify(sorted(
            name for name in os.listdir(root)
            if os.path.isfile(os.path.join(root, name, "public", "index.html"))))

    @app.get("/source")
    def source():
        page = request.args.get("page", "")
        if not page.startswith("/"):
            abort(404)
        company, slash, rest = page[1:].partition("/")
        path = find(company, rest) if slash else None
        if path is None:
            abort(404)
        return send_file(path, mimetype="text/plain")

    @app.get("/<company>/")
    @app.get("/<company>/<path:page>")
    def show(company, page=""):
        path = find(company, page)
        if path is None:
            abort(404)
        return send_file(path)

    return app
