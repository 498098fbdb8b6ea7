import re
from pathlib import Path

from flask import Flask, abort, jsonify, make_response, request


def create_app(folder):
    app = Flask(__name__)

    def catalogue():
        """(language, course) of every template, and its path."""
        return {(path.parent.name, path.name[:-4]): path for path in Path(folder).glob("*/*.txt")}

    def fill(text, names):
        return re.sub(r"\{(dog|owner)\}", lambda field: names[field[1]], text)

    @app.route("/diploma")
    def diploma():
        found, course = catalogue(), request.args.get("course")
        path = found.get((request.args.get("language"), course), found.get(("en", course)))
        if not path:
            abort(404)
        response = make_response(fill(path.read_text(encoding="utf-8"), request.args))
        response.mimetype = "text/plain"
        return response

    @app.route("/courses")
    def courses():
        languages = {"en", request.args.get("language")}
        return jsonify(sorted({course for language, course in catalogue() if language in languages}))

    return app
