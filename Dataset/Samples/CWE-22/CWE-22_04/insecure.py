from pathlib import Path

from flask import Flask, Response, abort, jsonify, request


def create_app(folder):
    app = Flask(__name__)
    templates = Path(folder)

    def languages():
        return request.args.get("language", "en"), "en"

    @app.get("/diploma")
    def diploma():
        for language in languages():
            path = templates / language / f"{request.args['course']}.txt"
            if path.is_file():
                text = path.read_text(encoding="utf-8")
                text = text.replace("{dog}", request.args["dog"]).replace("{owner}", request.args["owner"])
                return Response(text, content_type="text/plain; charset=utf-8")
        abort(404)

    @app.get("/courses")
    def courses():
        return jsonify(sorted({path.stem for language in languages() for path in (templates / language).glob("*.txt")}))

    return app
