import mimetypes
import os
import uuid

from flask import Flask, Response, jsonify, request

TYPES = {"image/png", "image/jpeg", "application/pdf"}


def create_app(folder):
    app = Flask(__name__)

    @app.post("/scans")
    def upload():
        scan = request.files.get("scan")
        if scan is None or scan.mimetype not in TYPES:
            return jsonify(error="please upload a PNG, JPEG or PDF file"), 400
        ending = os.path.splitext(scan.filename)[1]
        name = uuid.uuid4().hex + ending
        scan.save(os.path.join(folder, name))
        return jsonify(id=name), 201

    @app.get("/scans/<name>")
    def show(name):
        path = os.path.join(folder, name)
        if not os.path.isfile(path):
            return jsonify(error="unknown scan"), 404
        with open(path, "rb") as file:
            return Response(file.read(), mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream")

    return app
