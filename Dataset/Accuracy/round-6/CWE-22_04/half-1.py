import os

from flask import Flask, Response, abort, jsonify, request


def plain(name):
    return os.path.basename(name) == name and ".." not in name and "\0" not in name


def create_app(folder):
    app = Flask(__name__)
    root = os.path.abspath(folder)

    def language_folders():
        language = request.args.get("language")
        if language and plain(language):
            yield os.path.join(root, language)
        yield os.path.join(root, "en")

    def templates(path):
        if not os.path.isdir(path):
            return {}
        found = {}
        for name in os.listdir(path):
            full = os.path.join(path, name)
            if name.endswith(".txt") and os.path.isfile(full):
                found[name[:-4]] = full
        return found

    @app.get("/diploma")
    def diploma():
        course = request.args.get("course", "")
        for path in language_folders():
            file = templates(path).get(course)
            if file:
                with open(file, encoding="utf-8", newline="") as template:
                    text = template.read()
                for name in ("dog", "owner"):
                    text = text.replace("{" + name + "}", request.args.get(name, ""))
                return Response(text, mimetype="text/plain")
        abort(404)

    @app.get("/courses")
    def courses():
        return jsonify(sorted({name for path in language_folders() for name in templates(path)}))

    return app
