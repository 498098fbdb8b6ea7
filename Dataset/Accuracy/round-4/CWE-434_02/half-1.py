import mimetypes
import os
import uuid
from flask import Flask, abort, jsonify, request, send_file

ALLOWED = (".png", ".jpg", ".jpeg", ".pdf")


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)
    types = {}

    @app.post("/scans")
    def upload():
        scan = request.files.get("scan")
        if scan is None or not scan.filename:
            return jsonify(error="no scan"), 400
        name = scan.filename.lower()
        if not name.endswith(ALLOWED):
            return jsonify(error="only PNG, JPEG and PDF"), 415
        scan_id = uuid.uuid4().hex
        scan.save(os.path.join(folder, scan_id))
        types[scan_id] = mimetypes.guess_type(name)[0]
        return jsonify(id=scan_id), 201

    @app.get("/scans/<scan_id>")
    def download(scan_id):
        if scan_id not in types:
            abort(404)
        response = send_file(os.path.join(folder, scan_id), mimetype=types[scan_id])
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
