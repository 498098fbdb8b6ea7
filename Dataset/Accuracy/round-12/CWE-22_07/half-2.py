"""Shows the web sites of the pupils' companies."""

import os
import re

from flask import Flask, abort, jsonify, request, send_from_directory
from werkzeug.security import safe_join

_NUMBER = re.compile(r"@[0-9]+(\.[^./@]+)\Z")


def create_app(folder):
    app = Flask(__name__)
    app.url_map.strict_slashes = False
    root = os.path.abspath(folder)

    def companies():
        """The companies there are at present."""
        with os.scandir(root) as entries:
            return sorted(e.name for e in entries if e.is_dir())

    def is_file(public, page):
        path = safe_join(public, page)
        return path is not None and os.path.isfile(path)

    def is_folder(public, page):
        path = safe_join(public, page)
        return path is not None and os.path.isdir(path)

    def by_rules(public, page):
        """The page's file, as a path below `public`, or None."""
        if is_folder(public, page):
            index = page.rstrip("/") + "/index.html" if page.strip("/") else "index.html"
            return index if is_file(public, index) else None
        if not page or page.endswith("/"):
            return None
        for name in (page, page + ".html"):
            if is_file(public, name):
                return name
        return None

    def find(company, page):
        """The folder and the path below it of the file for this address."""
        if "\0" in page or "\\" in page or ".." in page.split("/"):
            abort(404)
        if company not in companies():
            abort(404)
        public = os.path.join(root, company, "public")
        if not os.path.isdir(public):
            abort(404)
        name = by_rules(public, page)
        if name is None:
            plain = _NUMBER.sub(r"\1", page)
            # what is left may be another name altogether: check it anew
            if plain == page or ".." in plain.split("/"):
                abort(404)
            name = by_rules(public, plain)
        if name is None:
            abort(404)
        return public, name

    @app.get("/")
    def front():
        return jsonify([c for c in companies()
                        if os.path.isfile(os.path.join(root, c, "public", "index.html"))])

    @app.get("/source")
    def source():
        start, company, page = (request.args.get("page", "").split("/", 2) + ["", "", ""])[:3]
        if start or request.args.get("page", "").count("/") < 2:
            abort(404)
        return send_from_directory(*find(company, page), mimetype="text/plain")

    @app.get("/<company>/", defaults={"page": ""})
    @app.get("/<company>/<path:page>")
    def show(company, page):
        return send_from_directory(*find(company, page))

    return app
