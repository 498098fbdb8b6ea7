import mimetypes
import os
import uuid

from flask import Flask, abort, jsonify, make_response, request

MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"%PDF-")


def create_app(folder):
    app = Flask(__name__)
    types = {}

    @app.post("/scans")
    def upload():
        file = request.files.get("scan")
        if file is None:
            abort(400)
        data = file.read()
        if not data.startswith(MAGIC):
            abort(415)
        kind, encoding = mimetypes.guess_type((file.filename or "").lower())
        if kind is None or encoding is not None:
            abort(415)
        name = uuid.uuid4().hex
        with open(os.path.join(folder, name), "wb") as out:
            out.write(data)
        types[name] = kind
        return jsonify(id=name), 201

    @app.get("/scans/<name>")
    def show(name):
        if name not in types:
            abort(404)
        with open(os.path.join(folder, name), "rb") as stored:
            response = make_response(stored.read())
        response.headers["Content-Type"] = types[name]
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
