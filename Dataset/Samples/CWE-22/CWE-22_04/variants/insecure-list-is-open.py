import os

from flask import Flask, Response, jsonify, request


def create_app(folder):
    app = Flask(__name__)

    def languages():
        return [request.args.get("language", "en"), "en"]

    @app.get("/diploma")
    def diploma():
        course = request.args.get("course", "")
        for language in languages():
            if "/" in language or "/" in course or language.startswith("."):
                continue
            path = os.path.join(folder, language, course + ".txt")
            if os.path.isfile(path):
                text = open(path, encoding="utf-8").read()
                text = text.replace("{dog}", request.args["dog"]).replace("{owner}", request.args["owner"])
                return Response(text, mimetype="text/plain")
        return Response("unknown course", status=404, mimetype="text/plain")

    @app.get("/courses")
    def courses():
        found = set()
        for language in languages():
            place = os.path.join(folder, language)
            if os.path.isdir(place):
                found.update(os.path.splitext(name)[0] for name in os.listdir(place) if name.endswith(".txt"))
        return jsonify(sorted(found))

    return app
