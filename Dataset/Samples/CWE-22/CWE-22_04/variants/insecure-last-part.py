from os.path import basename
from pathlib import Path

from flask import Flask, abort, jsonify, make_response, request


def create_app(folder):
    app = Flask(__name__)

    def folders():
        language = basename(request.args.get("language", "en"))
        return [Path(folder, language), Path(folder, "en")]

    @app.get("/diploma")
    def diploma():
        course = basename(request.args.get("course", ""))
        for place in folders():
            template = place / (course + ".txt")
            if template.is_file():
                text = template.read_text(encoding="utf-8")
                response = make_response(
                    text.replace("{dog}", request.args["dog"]).replace("{owner}", request.args["owner"])
                )
                response.mimetype = "text/plain"
                return response
        abort(404)

    @app.get("/courses")
    def courses():
        return jsonify(sorted({template.stem for place in folders() for template in place.glob("*.txt")}))

    return app
