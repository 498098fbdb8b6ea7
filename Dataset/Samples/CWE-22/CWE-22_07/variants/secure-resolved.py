import mimetypes
import pathlib
import re

from flask import Flask, Response, jsonify, request


def inside(path, site):
    try:
        real = path.resolve()
    except (OSError, ValueError):
        return None
    return real if real.is_relative_to(site) and real.is_file() else None


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    root = pathlib.Path(folder).resolve()

    def look_up(address):
        company, _, page = address.removeprefix("/").partition("/")
        if company in ("", ".", "..") or "/" in company or "\0" in address:
            return None
        site = (root / company / "public").resolve()
        page = re.sub(r"@[0-9]+(?=\.[^/.]*$)", "", page.strip("/"))
        for path in (site / page, site / page / "index.html", site / f"{page}.html"):
            if found := inside(path, site):
                return found
        return None

    def answer(path, kind=None):
        if path is None:
            return Response("There is no such page.", 404, mimetype="text/plain")
        return Response(path.read_bytes(), mimetype=kind or mimetypes.guess_type(path.name)[0] or "application/octet-stream")

    @app.route("/")
    def companies():
        return jsonify(sorted(path.name for path in root.iterdir() if (path / "public" / "index.html").is_file()))

    @app.route("/source")
    def source():
        return answer(look_up(request.args.get("page", "")), "text/plain")

    @app.route("/<path:address>")
    def page(address):
        return answer(look_up(address))

    return app
