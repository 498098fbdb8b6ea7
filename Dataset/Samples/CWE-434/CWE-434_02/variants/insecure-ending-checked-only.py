import os
import uuid

from flask import Flask, abort, jsonify, request, send_file

ENDINGS = (".png", ".jpg", ".jpeg", ".pdf")


def create_app(folder):
    app = Flask(__name__)
    scans = {}

    @app.post("/scans")
    def upload():
        file = request.files.get("scan")
        if not file or not file.filename.lower().endswith(ENDINGS):
            abort(400, "Only PNG, JPEG and PDF files are allowed")
        scan_id = str(uuid.uuid4())
        path = os.path.join(folder, scan_id)
        file.save(path)
        scans[scan_id] = (os.path.abspath(path), file.content_type)
        return jsonify({"id": scan_id}), 201

    @app.get("/scans/<scan_id>")
    def download(scan_id):
        if scan_id not in scans:
            abort(404)
        path, content_type = scans[scan_id]
        return send_file(path, mimetype=content_type)

    return app
