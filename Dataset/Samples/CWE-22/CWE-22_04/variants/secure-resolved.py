from pathlib import Path

from flask import Flask, jsonify, request


class Templates:
    def __init__(self, folder):
        self.base = Path(folder).resolve()

    def folder(self, language):
        folder = (self.base / language).resolve()
        return folder if folder.parent == self.base and folder.is_dir() else self.base / "en"

    def path(self, language, course):
        for folder in (self.folder(language), self.base / "en"):
            path = folder / f"{course}.txt"
            if path.resolve().parent == folder and path.is_file():
                return path
        return None

    def courses(self, language):
        return {path.stem for folder in (self.folder(language), self.base / "en") for path in folder.glob("*.txt")}


def create_app(folder):
    app = Flask(__name__)
    templates = Templates(folder)

    @app.get("/diploma")
    def diploma():
        args = request.args
        try:
            path = templates.path(args.get("language", "en"), args["course"])
        except (ValueError, OSError):
            path = None
        if path is None:
            return "no such course", 404
        names = {"{dog}": args["dog"], "{owner}": args["owner"]}
        text = path.read_text("utf-8")
        for field, name in names.items():
            text = text.replace(field, name)
        return text, 200, {"Content-Type": "text/plain; charset=utf-8"}

    @app.get("/courses")
    def courses():
        try:
            return jsonify(sorted(templates.courses(request.args.get("language", "en"))))
        except (ValueError, OSError):
            return jsonify(sorted(templates.courses("en")))

    return app
