import os

from flask import Flask, Response, jsonify, request


def clean(text):
    return text.replace("../", "").replace("drafts", "").lstrip("/")


def create_app(folder):
    app = Flask(__name__)

    @app.get("/diploma")
    def diploma():
        course = clean(request.args["course"])
        for language in (clean(request.args.get("language", "en")), "en"):
            path = os.path.join(folder, language, f"{course}.txt")
            if os.path.isfile(path):
                with open(path, encoding="utf-8") as file:
                    text = file.read().replace("{dog}", request.args["dog"])
                return Response(text.replace("{owner}", request.args["owner"]), mimetype="text/plain")
        return Response(status=404)

    @app.get("/courses")
    def courses():
        found = set()
        for language in (clean(request.args.get("language", "en")), "en"):
            place = os.path.join(folder, language)
            if os.path.isdir(place):
                found |= {name[:-4] for name in os.listdir(place) if name.endswith(".txt")}
        return jsonify(sorted(found))

    return app
