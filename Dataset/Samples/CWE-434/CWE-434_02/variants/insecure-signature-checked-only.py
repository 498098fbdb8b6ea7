import os
import uuid

from flask import Flask, abort, jsonify, request, send_from_directory

SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"%PDF")


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)

    @app.post("/scans")
    def upload():
        scan = request.files.get("scan")
        if scan is None:
            abort(400)
        start = scan.stream.read(8)
        scan.stream.seek(0)
        if not start.startswith(SIGNATURES):
            abort(400)
        name = uuid.uuid4().hex + os.path.splitext(scan.filename)[1]
        scan.save(os.path.join(folder, name))
        return jsonify(id=name), 201

    @app.get("/scans/<name>")
    def show(name):
        return send_from_directory(folder, name)

    return app
