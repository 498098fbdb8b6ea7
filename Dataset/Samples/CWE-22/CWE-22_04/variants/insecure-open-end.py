import os
import re

from flask import Flask, Response, abort, jsonify, request

LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")


def create_app(folder):
    app = Flask(__name__)

    def texts(language):
        found = {}
        for one in ("en", language):
            place = os.path.join(folder, one)
            if LANGUAGE.match(one) and os.path.isdir(place):
                for name in os.listdir(place):
                    if name.endswith(".txt"):
                        found[name[:-4]] = os.path.join(place, name)
        return found

    @app.get("/diploma")
    def diploma():
        path = texts(request.args.get("language", "en")).get(request.args.get("course"))
        if path is None:
            abort(404)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        text = text.replace("{dog}", request.args["dog"]).replace("{owner}", request.args["owner"])
        return Response(text, mimetype="text/plain")

    @app.get("/courses")
    def courses():
        return jsonify(sorted(texts(request.args.get("language", "en"))))

    return app
