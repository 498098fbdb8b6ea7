import os
import re
import unicodedata
from pathlib import Path

from flask import Flask, Response, abort, jsonify, request

FORBIDDEN = re.compile(r"[/\\\0]")


def create_app(folder):
    app = Flask(__name__)
    root = Path(folder)

    def languages():
        return {p.name: p for p in root.iterdir() if p.is_dir()}

    def chosen():
        known = languages()
        picked = known.get(request.args.get("language", "en"))
        return [p for p in (picked, known["en"]) if p]

    def spellings(course):
        """Names come from Macs and from telephones, so the forms of Unicode differ."""
        yield course
        for form in ("NFC", "NFD", "NFKC"):
            yield unicodedata.normalize(form, course)

    def find(course):
        if not course or FORBIDDEN.search(course):
            return None
        for place in chosen():
            for spelling in spellings(course):
                path = place / (spelling + ".txt")
                if os.path.isfile(path):
                    return path
        return None

    @app.get("/diploma")
    def diploma():
        path = find(request.args.get("course", ""))
        if path is None:
            abort(404)
        text = path.read_bytes().decode("utf-8")
        filled = re.sub(r"\{(dog|owner)\}", lambda m: request.args.get(m[1], ""), text)
        return Response(filled, content_type="text/plain; charset=utf-8")

    @app.get("/courses")
    def courses():
        return jsonify(sorted({p.name.removesuffix(".txt") for place in chosen()
                               for p in place.iterdir() if p.name.endswith(".txt") and p.is_file()}))

    return app
