import mimetypes
import os
import uuid

from flask import Flask, abort, jsonify, request, send_from_directory
from werkzeug.utils import secure_filename

ALLOWED = {".png", ".jpg", ".jpeg", ".pdf"}


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)

    @app.post("/scans")
    def upload():
        scan = request.files.get("scan")
        if scan is None:
            abort(400)
        name = secure_filename(scan.filename or "").lower()
        if os.path.splitext(name)[1] not in ALLOWED:
            abort(415)
        # short enough for every file system
        scan_id = f"{uuid.uuid4().hex}-{name}"
        if len(scan_id) > 240:
            scan_id = scan_id[:240]
        scan.save(os.path.join(folder, scan_id))
        return jsonify(id=scan_id), 201

    @app.get("/scans/<scan_id>")
    def show(scan_id):
        mimetype = mimetypes.guess_type(scan_id)[0] or "application/octet-stream"
        response = send_from_directory(folder, scan_id, mimetype=mimetype)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
