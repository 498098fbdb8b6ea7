import os
import re

from flask import Flask, abort, jsonify, request, send_file


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)

    def find(company, page):
        page = re.sub(r"@\d+(\.[^./]+)$", r"\1", page)
        path = os.path.join(folder, company, "public", page.rstrip("/"))
        for candidate in (path, os.path.join(path, "index.html"), path + ".html"):
            public = os.path.join(folder, os.path.basename(company), "public")
            if os.path.realpath(candidate).startswith(public) and os.path.isfile(candidate):
                return candidate
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
