import os

from flask import Flask, Response, jsonify, request


def is_name(text):
    return text not in ("", ".", "..") and "/" not in text and "\0" not in text


def create_app(folder):
    app = Flask(__name__)

    def languages():
        language = request.args.get("language", "en")
        return [language, "en"] if is_name(language) else ["en"]

    @app.get("/diploma")
    def diploma():
        course = request.args["course"]
        if is_name(course):
            for language in languages():
                try:
                    with open(os.path.join(folder, language, course + ".txt"), encoding="utf-8") as file:
                        text = file.read()
                except OSError:
                    continue
                text = text.format(dog=request.args["dog"], owner=request.args["owner"])
                return Response(text, mimetype="text/plain")
        return Response("there is no such diploma", status=404, mimetype="text/plain")

    @app.get("/courses")
    def courses():
        found = set()
        for language in languages():
            try:
                names = os.listdir(os.path.join(folder, language))
            except OSError:
                continue
            found.update(os.path.splitext(name)[0] for name in names if name.endswith(".txt"))
        return jsonify(sorted(found))

    return app
