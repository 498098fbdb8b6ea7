import pathlib

from flask import Flask, Response, abort, jsonify, request


def create_app(folder):
    app = Flask(__name__)
    base = pathlib.Path(folder).resolve()

    def texts(language):
        if not language.strip(".") or "/" in language or "\\" in language or "\0" in language:
            return {}
        return {file.stem: file for file in base.glob(f"{language}/*.txt") if file.is_file()}

    def available():
        return texts("en") | texts(request.args.get("language", "en"))

    @app.route("/diploma")
    def diploma():
        file = available().get(request.args.get("course"))
        if file is None or not file.is_relative_to(base):
            abort(404)
        text = file.read_bytes().decode()
        for key in ("dog", "owner"):
            text = text.replace("{%s}" % key, request.args.get(key, ""))
        return Response(text, mimetype="text/plain")

    @app.route("/courses")
    def courses():
        return jsonify(sorted(available()))

    return app
