import os

from flask import Flask, Response, abort, jsonify, request


def create_app(folder):
    app = Flask(__name__)
    root = os.path.realpath(folder)

    def inside(*parts):
        path = os.path.realpath(os.path.join(root, *parts))
        return path if os.path.commonpath([root, path]) == root else None

    @app.get("/diploma")
    def diploma():
        course = request.args["course"] + ".txt"
        for language in (request.args.get("language", "en"), "en"):
            path = inside(language, course)
            if path and os.path.isfile(path):
                with open(path, encoding="utf-8") as file:
                    text = file.read()
                text = text.replace("{dog}", request.args["dog"]).replace("{owner}", request.args["owner"])
                return Response(text, content_type="text/plain; charset=utf-8")
        abort(404)

    @app.get("/courses")
    def courses():
        names = set()
        for language in (request.args.get("language", "en"), "en"):
            path = inside(language)
            if path and os.path.isdir(path):
                names |= {name[:-4] for name in os.listdir(path) if name.endswith(".txt")}
        return jsonify(sorted(names))

    return app
