import re
from pathlib import Path

from flask import Flask, Response, abort, jsonify, request


class Templates:
    def __init__(self, folder):
        self.base = Path(folder).resolve()

    def directory(self, language):
        path = self.base / language
        if "\0" in language or path.parent != self.base or not path.is_dir():
            return self.base / "en"
        return path

    def file(self, language, course):
        if "\0" in course:
            return None
        for directory in (self.directory(language), self.directory("en")):
            path = directory / f"{course}.txt"
            if path.parent == directory and path.is_file():
                return path
        return None

    def courses(self, language):
        directories = {self.directory(language), self.directory("en")}
        return sorted({p.name.removesuffix(".txt") for d in directories for p in d.iterdir() if p.suffix == ".txt" and p.is_file()})


def create_app(folder):
    app = Flask(__name__)
    templates = Templates(folder)

    @app.get("/diploma")
    def diploma():
        args = request.args
        path = templates.file(args.get("language", "en"), args.get("course", ""))
        if path is None:
            abort(404)
        text = path.read_bytes().decode("utf-8")
        text = re.sub(r"\{(dog|owner)\}", lambda m: args.get(m[1], ""), text)
        return Response(text, mimetype="text/plain")

    @app.get("/courses")
    def courses():
        return jsonify(templates.courses(request.args.get("language", "en")))

    return app
