import os
import re

from flask import Flask, abort, jsonify, request, send_file

NUMBERED = re.compile(r"(.*)@[0-9]+(\.[^.]*)", re.S)


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    root = os.path.abspath(folder)

    def site(company):
        if company in ("", ".", "..") or "/" in company or "\0" in company:
            abort(404)
        return os.path.join(root, company, "public")

    def plain(name):
        """The name without an @ and a number, or None if it has none."""
        match = NUMBERED.fullmatch(name)
        return match[1] + match[2] if match else None

    def inside(public, path):
        return path == public or path.startswith(public + os.sep)

    def lookup(public, parts):
        """The path of the file for these parts, or None."""
        path = os.path.normpath(os.path.join(public, *parts))
        if not inside(public, path):
            return None
        if os.path.isfile(path):
            return path
        if os.path.isdir(path):
            path = os.path.join(path, "index")
        elif not parts:
            return None
        path += ".html"
        return path if os.path.isfile(path) else None

    def find(company, rest):
        public = site(company)
        slash = rest.endswith("/")
        parts = [part for part in rest.split("/") if part not in ("", ".")]
        if ".." in parts or "\0" in rest:
            abort(404)
        found = lookup(public, parts)
        if found is None and parts:
            name = plain(parts[-1])
            if name is not None and name != "..":
                found = lookup(public, parts[:-1] + [name])
        if found is None or (slash and os.path.basename(found) != "index.html"):
            abort(404)
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
        company, _, rest = page[1:].partition("/")
        return send_file(find(company, rest), mimetype="text/plain")

    @app.get("/<company>", defaults={"rest": ""})
    @app.get("/<company>/", defaults={"rest": ""})
    @app.get("/<company>/<path:rest>")
    def show(company, rest):
        return send_file(find(company, rest))

    return app
