import os

from flask import Flask, Response, abort, jsonify, request


def files(folder, language):
    """The templates of a language: from the name of a course to the path of its file."""
    if language not in os.listdir(folder):
        return {}
    place = os.path.join(folder, language)
    names = os.listdir(place) if os.path.isdir(place) else []
    return {name.removesuffix(".txt"): os.path.join(place, name) for name in names if name.endswith(".txt")}


def create_app(folder):
    app = Flask(__name__)

    def templates():
        return files(folder, "en") | files(folder, request.args.get("language", "en"))

    @app.get("/diploma")
    def diploma():
        path = templates().get(request.args.get("course"))
        if path is None:
            abort(404)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for name in ("dog", "owner"):
            text = text.replace(f"{{{name}}}", request.args[name])
        return Response(text, content_type="text/plain; charset=utf-8")

    @app.get("/courses")
    def courses():
        return jsonify(sorted(templates()))

    return app
