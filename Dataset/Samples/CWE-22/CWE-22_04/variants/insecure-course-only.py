import os

from flask import Flask, Response, abort, jsonify, request


def create_app(folder):
    app = Flask(__name__)

    def names(language):
        place = os.path.join(folder, language)
        if not os.path.isdir(place):
            return []
        return [name.removesuffix(".txt") for name in os.listdir(place) if name.endswith(".txt")]

    @app.get("/diploma")
    def diploma():
        course = request.args["course"]
        for language in (request.args.get("language", "en"), "en"):
            if course in names(language):
                with open(os.path.join(folder, language, course + ".txt"), encoding="utf-8") as file:
                    text = file.read()
                for name in ("dog", "owner"):
                    text = text.replace("{" + name + "}", request.args[name])
                return Response(text, mimetype="text/plain")
        abort(404)

    @app.get("/courses")
    def courses():
        return jsonify(sorted({*names(request.args.get("language", "en")), *names("en")}))

    return app
