import os
import re

from flask import Flask, Response, abort, jsonify, request, send_file
from werkzeug.utils import safe_join

NUMBER = re.compile(r"@[0-9]+(?=\.[^./@]+$)")


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    root = os.path.abspath(folder)

    def site_of(company):
        """The folder of the web site of a company, or None."""
        if not company or "/" in company or "\0" in company:
            return None
        site = safe_join(root, company, "public")
        if site is None or not os.path.isdir(site):
            return None
        return site

    def lookup(site, page):
        """The path for exactly this name by the first two rules, or None."""
        path = safe_join(site, page) if page else site
        if path is None:
            return None
        path = path.rstrip("/")
        if os.path.isdir(path):
            index = os.path.join(path, "index.html")
            return index if os.path.isfile(index) else None
        if page.endswith("/"):
            return None
        if os.path.isfile(path):
            return path
        if os.path.isfile(path + ".html"):
            return path + ".html"
        return None

    def find(company, page):
        if "\0" in page:
            return None
        site = site_of(company)
        if site is None:
            return None
        found = lookup(site, page)
        if found is None:
            plain = NUMBER.sub("", page)
            if plain != page:
                found = lookup(site, plain)
        return found

    @app.get("/")
    def companies():
        return jsonify(sorted(
            name for name in os.listdir(root)
            if os.path.isfile(os.path.join(root, name, "public", "index.html"))))

    @app.get("/<company>/")
    @app.get("/<company>/<path:page>")
    def show(company, page=""):
        found = find(company, page)
        if found is None:
            abort(404)
        return send_file(found)

    @app.get("/source")
    def source():
        address = request.args.get("page", "")
        if not address.startswith("/"):
            abort(404)
        company, slash, page = address[1:].partition("/")
        if not slash:
            abort(404)
        found = find(company, page)
        if found is None:
            abort(404)
        with open(found, "rb") as file:
            return Response(file.read(), mimetype="text/plain")

    return app
