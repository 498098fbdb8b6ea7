"""Web server for the pupils' companies."""
import os
import re

from flask import Flask, abort, jsonify, request, send_file


class Sites:
    """The web sites below a folder.

    The links in them are made by the school and lead where they are meant to lead, so a path is
    judged as it is written, with its dots worked out, and not by where its links end.
    """

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def companies(self):
        for name in sorted(os.listdir(self.folder)):
            if os.path.isfile(os.path.join(self.folder, name, "public", "index.html")):
                yield name

    def locate(self, company, page):
        """The path of the file for an address, or None."""
        if "\0" in page or company not in os.listdir(self.folder):
            return None
        root = os.path.join(self.folder, company, "public")
        path = os.path.join(root, page) if page else root
        if self._inside(root, path) and os.path.isdir(path):
            index = os.path.join(path, "index.html")
            return index if os.path.isfile(index) else None
        if path.endswith("/"):
            return None
        for version in (path, self._plain(path), path + ".html", self._plain(path + ".html")):
            if version != root and self._inside(root, version) and os.path.isfile(version):
                return version
        return None

    @staticmethod
    def _inside(root, path):
        path = os.path.normpath(path)
        return path == root or path.startswith(root + os.sep)

    @staticmethod
    def _plain(path):
        """The path without the number that only keeps browsers from using an old copy."""
        return re.sub(r"@[0-9]+(\.[^./@]+)\Z", r"\1", path)


def create_app(folder):
    sites = Sites(folder)
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False

    def answer(company, page, **kind):
        path = sites.locate(company, page)
        return send_file(path, **kind) if path else abort(404)

    @app.get("/")
    def index():
        return jsonify(list(sites.companies()))

    @app.get("/source")
    def source():
        match = re.fullmatch(r"/([^/]+)/(.*)", request.args.get("page", ""), re.DOTALL)
        return answer(*match.groups(), mimetype="text/plain") if match else abort(404)

    @app.get("/<company>")
    def bare(company):
        abort(404)

    @app.get("/<company>/", defaults={"page": ""})
    @app.get("/<company>/<path:page>")
    def show(company, page):
        return answer(company, page)

    return app
