"""Web server for the pupils' companies."""
import os
import re

from flask import Flask, abort, jsonify, request, send_file
from werkzeug.utils import safe_join

NUMBER = re.compile(r"@[0-9]+(?=\.[^./@]+\Z)")


def create_app(folder):
    folder = os.path.abspath(folder)
    app = Flask(__name__, static_folder=None)
    app.url_map.merge_slashes = False

    def candidates(page):
        """The paths below `public` that an address may stand for, the best first."""
        yield page
        yield NUMBER.sub("", page)
        yield page + ".html"
        yield NUMBER.sub("", page + ".html")

    def locate(company, page):
        # safe_join gives None for whatever would lead out of the folder it begins with
        site = safe_join(folder, company, "public")
        if site is None or not os.path.isdir(site):
            abort(404)
        place = safe_join(site, page)
        if place is None:
            abort(404)
        if os.path.isdir(place):
            place = os.path.join(place, "index.html")
            return place if os.path.isfile(place) else abort(404)
        if page.endswith("/"):
            abort(404)
        for candidate in candidates(page):
            place = safe_join(site, candidate)
            if place is not None and os.path.isfile(place):
                return place
        abort(404)

    @app.get("/<company>")
    def nothing(company):
        abort(404)

    @app.get("/<company>/")
    @app.get("/<company>/<path:page>")
    def show(company, page=""):
        return send_file(locate(company, page))

    @app.get("/source")
    def source():
        empty, slash, rest = request.args.get("page", "").partition("/")
        company, slash, page = rest.partition("/")
        if empty or not company or not slash:
            abort(404)
        return send_file(locate(company, page), mimetype="text/plain")

    @app.get("/")
    def companies():
        names = (entry.name for entry in os.scandir(folder) if entry.is_dir())
        return jsonify(sorted(name for name in names
                              if os.path.isfile(os.path.join(folder, name, "public", "index.html"))))

    return app
