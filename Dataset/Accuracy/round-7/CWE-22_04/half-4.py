import re
from pathlib import Path

from flask import Flask, Response, jsonify, request


def create_app(folder):
    app = Flask(__name__)
    root = Path(folder)

    def templates(language):
        """All templates of a language: course -> path."""
        if not language or language in (".", "..") or re.search(r"[/\\\0]", language):
            return {}
        return {path.name[:-4]: path for path in root.glob(f"{language}/*.txt") if path.is_file()}

    def all_templates():
        return templates("en") | templates(request.args.get("language", ""))

    @app.get("/diploma")
    def diploma():
        path = all_templates().get(request.args.get("course", ""))
        if path is None:
            return Response("There is no such course.", 404, mimetype="text/plain")
        words = {"{dog}": request.args.get("dog", ""), "{owner}": request.args.get("owner", "")}
        text = path.read_bytes().decode("utf-8")
        return Response(re.sub("{dog}|{owner}", lambda m: words[m.group()], text), mimetype="text/plain")

    @app.get("/courses")
    def courses():
        return jsonify(sorted(all_templates()))

    return app
