import re
from pathlib import Path

from flask import Flask, abort, jsonify, request, send_from_directory
from werkzeug.exceptions import NotFound


def create_app(folder):
    app = Flask(__name__)
    sites = Path(folder).absolute()

    def company_names():
        return [entry.name for entry in sites.iterdir() if entry.is_dir()]

    def send(company, page, **options):
        if company not in company_names():
            abort(404)
        name = re.sub(r"@\d+(\.\w+)$", r"\1", page).strip("/")
        for candidate in (name, f"{name}/index.html" if name else "index.html", f"{name}.html"):
            try:
                return send_from_directory(sites / company / "public", candidate, **options)
            except NotFound:
                continue
        abort(404)

    @app.get("/")
    def index():
        return jsonify(sorted(name for name in company_names() if (sites / name / "public" / "index.html").exists()))

    @app.get("/source")
    def source():
        company, _, page = request.args.get("page", "")[1:].partition("/")
        return send(company, page, mimetype="text/plain")

    @app.get("/<string:company>/", defaults={"page": ""})
    @app.get("/<string:company>/<path:page>")
    def page(company, page):
        return send(company, page)

    return app
