import os
import re
from urllib.parse import quote
from mimetypes import guess_type

from flask import Flask, Response, abort, jsonify, redirect, request

NUMBERED = re.compile(r"(.*)@[0-9]+(\.[^.]*)", re.S)


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    root = os.path.abspath(folder)

    def below(path, base):
        return path.startswith(base.rstrip(os.sep) + os.sep)

    def find(company, page):
        """The path of the file that belongs to an address, or None."""
        if "\0" in company or "\0" in page or "/" in company:
            return None
        base = os.path.normpath(os.path.join(root, company, "public"))
        if not below(base, root):
            return None
        parts = page.split("/")
        if ".." in parts or page.startswith("/"):
            return None
        names = [page]
        match = NUMBERED.fullmatch(parts[-1])
        if match:
            names.append("/".join(parts[:-1] + [match[1] + match[2]]))
        for name in names:
            path = os.path.normpath(os.path.join(base, name))
            if path != base and not below(path, base):
                continue
            if os.path.isdir(path):
                path = os.path.join(path, "index.html")
                if os.path.isfile(path):
                    return path
                return None
            if name.endswith("/"):
                continue
            if os.path.isfile(path):
                return path
            if path != base and os.path.isfile(path + ".html"):
                return path + ".html"
        return None

    def show(company, page, kind=None):
        try:
            path = find(company, page)
            if path is None:
                abort(404)
            with open(path, "rb") as file:
                data = file.read()
        except (OSError, ValueError):
            abort(404)
        if kind is None:
            kind = guess_type("x" + os.path.splitext(path)[1])[0] or "application/octet-stream"
        return Response(data, mimetype=kind)

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
        if not slash:
            abort(404)
        return show(company, rest, "text/plain")

    @app.get("/<company>/")
    @app.get("/<company>/<path:page>")
    def page(company, page=""):
        return show(company, page)

    @app.get("/<company>")
    def site(company):
        if find(company, "") is None:
            abort(404)
        return redirect(quote(f"/{company}/"))

    return app
