from pathlib import Path

from flask import Flask, abort, jsonify, request


def create_app(folder):
    app = Flask(__name__)
    root = Path(folder).resolve()

    def place(*parts):
        path = root.joinpath(*parts).resolve()
        if not str(path).startswith(str(root)) or "drafts" in path.parts:
            abort(404)
        return path

    @app.get("/diploma")
    def diploma():
        for language in (request.args.get("language", "en"), "en"):
            path = place(language, request.args["course"] + ".txt")
            if path.exists():
                text = path.read_text("utf-8").format(dog=request.args["dog"], owner=request.args["owner"])
                return text, {"Content-Type": "text/plain; charset=utf-8"}
        abort(404)

    @app.get("/courses")
    def courses():
        own = place(request.args.get("language", "en"))
        return jsonify(sorted({path.stem for folder in (own, place("en")) for path in folder.glob("*.txt")}))

    return app
