import os
import uuid

from flask import Flask, Response, abort, jsonify, request

TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".pdf": "application/pdf",
}


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)

    @app.post("/scans")
    def upload():
        scan = request.files.get("scan")
        if scan is None:
            return jsonify(error="no scan"), 400
        ending = "." + (scan.filename or "").rpartition(".")[2].lower()
        if ending not in TYPES or scan.mimetype != TYPES[ending]:
            return jsonify(error="only PNG, JPEG and PDF"), 415
        scan_id = uuid.uuid4().hex
        with open(os.path.join(folder, scan_id + ".type"), "w", encoding="utf-8") as file:
            file.write(scan.content_type)
        scan.save(os.path.join(folder, scan_id + ".data"))
        return jsonify(id=scan_id), 201

    @app.get("/scans/<scan_id>")
    def show(scan_id):
        if not scan_id.isalnum():
            abort(404)
        try:
            with open(os.path.join(folder, scan_id + ".data"), "rb") as file:
                content = file.read()
            with open(os.path.join(folder, scan_id + ".type"), encoding="utf-8") as file:
                content_type = file.read()
        except FileNotFoundError:
            abort(404)
        response = Response(content, content_type=content_type)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
