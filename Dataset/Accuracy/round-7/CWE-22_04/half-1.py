import os
import re

from flask import Flask, Response, abort, jsonify, request
from werkzeug.utils import safe_join


def create_app(folder):
    app = Flask(__name__)

    def language_folder(language):
        """The folder of a language, or None; only what lies directly in the folder counts."""
        if language and language in os.listdir(folder):
            path = os.path.join(folder, language)
            if os.path.isdir(path):
                return path
        return None

    def courses_in(path):
        return {entry.name[:-4] for entry in os.scandir(path)
                if entry.name.endswith(".txt") and entry.is_file()}

    def places():
        wanted = language_folder(request.args.get("language"))
        return [path for path in (wanted, language_folder("en")) if path]

    @app.get("/diploma")
    def diploma():
        course = request.args.get("course", "")
        if "\0" in course:
            abort(404)
        names = {key: request.args.get(key, "") for key in ("dog", "owner")}
        for place in places():
            path = safe_join(place, course + ".txt")
            if path is not None and os.path.isfile(path):
                with open(path, encoding="utf-8", newline="") as f:
                    text = re.sub(r"\{(dog|owner)\}", lambda m: names[m[1]], f.read())
                return Response(text, content_type="text/plain; charset=utf-8")
        abort(404)

    @app.get("/courses")
    def courses():
        return jsonify(sorted(set().union(*map(courses_in, places()))))

    return app
