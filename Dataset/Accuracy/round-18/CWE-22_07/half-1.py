import os
import re

from flask import Flask, abort, jsonify, request, send_file

NUMBER = re.compile(r"@[0-9]+(?=\.[^./]+$)")


def create_app(folder):
    root = os.path.abspath(folder)
    app = Flask(__name__, static_folder=None)

    def candidates(path):
        yield path
        yield NUMBER.sub("", path)

    def find(company, rest):
        """The file that an address stands for, or None."""
        if not company or "/" in company or ".." in company or "\0" in company + rest:
            return None
        site = os.path.abspath(os.path.join(root, company, "public"))

        def inside(path):
            return path == site or path.startswith(site + os.sep)

        for name in candidates(rest):
            # abspath takes the dots out of the path, so that what is compared is what is opened
            path = os.path.abspath(site + os.sep + name)
            if not inside(path):
                return None
            if os.path.isdir(path):
                path = os.path.join(path, "index.html")
                return path if os.path.isfile(path) else None
            if name.endswith("/"):
                continue
            for path in (path, path + ".html"):
                if inside(path) and os.path.isfile(path):
                    return path
        return None

    def show(company, rest, **more):
        path = find(company, rest)
        if path is None:
            abort(404)
        return send_file(path, **more)

    @app.get("/")
    def companies():
        return jsonify(sorted(name for name in os.listdir(root)
                              if os.path.isfile(os.path.join(root, name, "public", "index.html"))))

    @app.get("/source")
    def source():
        page = request.args.get("page", "")
        if not page.startswith("/"):
            abort(404)
        company, _, rest = page[1:].partition("/")
        return show(company, rest, mimetype="text/plain")

    @app.get("/<company>", defaults={"rest": ""})
    @app.get("/<company>/", defaults={"rest": ""})
    @app.get("/<company>/<path:rest>")
    def page(company, rest):
        return show(company, rest)

    return app
