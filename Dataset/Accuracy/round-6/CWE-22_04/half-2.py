from pathlib import Path

from flask import Flask, Response, abort, jsonify, request

SEPARATORS = ("/", "\\")


def is_name(text):
    return bool(text) and text not in (".", "..") and not any(s in text for s in SEPARATORS)


def create_app(folder):
    app = Flask(__name__)
    base = Path(folder).absolute()

    def inside(parent, name):
        return parent / name.replace("\0", "")

    def languages():
        wanted = request.args.get("language", "en")
        return [name for name in (wanted, "en") if is_name(name)]

    @app.get("/diploma")
    def diploma():
        course = request.args.get("course", "")
        if not is_name(course):
            abort(404)
        for language in languages():
            template = inside(inside(base, language), course + ".txt")
            if template.is_file():
                text = template.read_bytes().decode("utf-8")
                text = text.replace("{dog}", request.args.get("dog", ""))
                text = text.replace("{owner}", request.args.get("owner", ""))
                return Response(text, content_type="text/plain; charset=utf-8")
        abort(404)

    @app.get("/courses")
    def courses():
        names = set()
        for language in languages():
            names |= {p.stem for p in inside(base, language).glob("*.txt") if p.is_file()}
        return jsonify(sorted(names))

    return app
