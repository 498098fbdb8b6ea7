import os
import re
from urllib.parse import urlsplit, urlunsplit

from flask import Flask, abort, jsonify, request, send_file

NUMBER = re.compile(r"@[0-9]+(?=\.[^.]+\Z)")


def harmless(address):
    """Whether an address can only lead down: no part of it is `..`, `.` or empty, nothing is NUL."""
    parts = address.split("/")[1:]
    if parts and parts[-1] == "":
        parts.pop()
    return "\0" not in address and not any(part in ("", ".", "..") for part in parts)


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False
    folder = os.path.abspath(folder)

    @app.before_request
    def guard():
        # One place for both doors: the path itself and the page of /source.
        for address in [request.path, *request.args.getlist("page")]:
            if address != "/" and not (address.startswith("/") and harmless(address)):
                abort(404)

    def find(address):
        company, _, rest = address[1:].partition("/")
        if not company:
            abort(404)
        path = os.path.join(folder, company, "public")
        if rest.strip("/"):
            path = os.path.join(path, *rest.rstrip("/").split("/"))
            if os.path.isfile(path) and not rest.endswith("/"):
                return path
            if not os.path.isdir(path) and not rest.endswith("/"):
                above, name = os.path.split(path)
                short = NUMBER.sub("", name)
                for other in (name + ".html", short, short + ".html"):
                    if other not in (".", "..") and os.path.isfile(os.path.join(above, other)):
                        return os.path.join(above, other)
        path = os.path.join(path, "index.html")
        if not os.path.isfile(path):
            abort(404)
        return path

    @app.get("/")
    def companies():
        return jsonify(sorted(entry.name for entry in os.scandir(folder)
                              if os.path.isfile(os.path.join(entry.path, "public", "index.html"))))

    @app.get("/source")
    def source():
        # Teachers paste the whole address from the browser now and then.
        try:
            page = urlsplit(request.args.get("page", ""))
        except ValueError:
            abort(404)
        return send_file(find(urlunsplit(("", "", *page[2:]))), mimetype="text/plain")

    @app.get("/<company>")
    @app.get("/<company>/")
    @app.get("/<company>/<path:rest>")
    def show(company, rest=""):
        return send_file(find(request.path))

    return app
