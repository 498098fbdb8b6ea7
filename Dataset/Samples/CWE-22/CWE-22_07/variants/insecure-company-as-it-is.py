import os
import re

from flask import Flask, abort, jsonify, request, send_file
from werkzeug.utils import safe_join


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)

    def find(company, page):
        page = re.sub(r"@\d+(\.[^./]+)$", r"\1", page.rstrip("/"))
        public = os.path.join(folder, company, "public")
        for name in (page, os.path.join(page, "index.html"), page + ".html"):
            path = safe_join(public, name)
            if path and os.path.isfile(path):
                return path
        abort(404)

    @app.get("/")
    def companies():
        sites = (name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name, "public", "index.html")))
        return jsonify(sorted(sites))

    @app.get("/source")
    def source():
        company, _, page = request.args.get("page", "").lstrip("/").partition("/")
        return send_file(find(company, page), mimetype="text/plain")

    @app.get("/<company>/")
    @app.get("/<company>/<path:page>")
    def show(company, page=""):
        return send_file(find(company, page))

    return app
