import os
import re

from flask import Flask, abort, jsonify, request, send_file

NUMBER = re.compile(r"@[0-9]+(\.[^./]+)$")


def create_app(folder):
    folder = os.path.abspath(folder)
    app = Flask(__name__, static_folder=None)

    def find(company, rest):
        # a company is one folder directly in ours
        if company in ("", ".", "..") or "/" in company or "\0" in company or "\0" in rest:
            abort(404)
        site = os.path.join(folder, company, "public")

        def allowed(path):
            # links are the school's own and may lead elsewhere, so no realpath here
            return (os.path.normpath(path) + os.sep).startswith(site + os.sep)

        for name in (rest, NUMBER.sub(r"\1", rest)):
            path = os.path.join(site, name.lstrip("/"))
            if os.path.isdir(path):
                choice = [os.path.join(path, "index.html")]
            else:
                choice = [path, path + ".html"] if not path.endswith("/") else []
            for one in choice:
                if allowed(path) and allowed(one) and os.path.isfile(one):
                    return one
            if os.path.isdir(path):
                break
        abort(404)

    @app.get("/")
    def companies():
        return jsonify(sorted(
            name for name in os.listdir(folder)
            if os.path.isfile(os.path.join(folder, name, "public", "index.html"))))

    @app.get("/source")
    def source():
        root, _, page = request.args.get("page", "").partition("/")
        if root:
            abort(404)
        company, _, rest = page.partition("/")
        return send_file(find(company, rest), mimetype="text/plain")

    @app.get("/<company>", defaults={"rest": ""})
    @app.get("/<company>/", defaults={"rest": ""})
    @app.get("/<company>/<path:rest>")
    def page(company, rest):
        return send_file(find(company, rest))

    return app
