import os
import re

from flask import Flask, Response, jsonify, request


def is_plain(name):
    """Whether a text can only be the name of something directly in a folder."""
    return bool(name) and os.path.basename(name) == name and name != ".." and "\0" not in name


class Templates:
    def __init__(self, folder):
        self.folder = folder

    def path(self, language, course):
        if not (is_plain(language) and is_plain(course)):
            return None
        path = os.path.join(self.folder, language, course + ".txt")
        return path if os.path.isfile(path) else None

    def courses(self, language):
        if not is_plain(language):
            return set()
        try:
            files = os.listdir(os.path.join(self.folder, language))
        except (FileNotFoundError, NotADirectoryError):
            return set()
        return {f[:-len(".txt")] for f in files if f.endswith(".txt") and self.path(language, f[:-len(".txt")])}


def create_app(folder):
    app = Flask(__name__)
    templates = Templates(folder)

    @app.get("/diploma")
    def diploma():
        args = request.args
        course = args.get("course", "")
        path = templates.path(args.get("language", "en"), course) or templates.path("en", course)
        if path is None:
            return "no such course", 404
        with open(path, "rb") as f:
            text = f.read().decode("utf-8")
        text = re.sub(r"{(dog|owner)}", lambda match: args.get(match[1], ""), text)
        return Response(text, mimetype="text/plain")

    @app.get("/courses")
    def courses():
        language = request.args.get("language", "en")
        return jsonify(sorted(templates.courses(language) | templates.courses("en")))

    return app
