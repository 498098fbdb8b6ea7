import os
import uuid

from flask import Flask, abort, request
from werkzeug.utils import secure_filename

SHOWN = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "pdf": "application/pdf",
}


def create_app(folder):
    folder = os.path.abspath(folder)
    app = Flask(__name__, static_folder=folder, static_url_path="/files")

    @app.post("/scans")
    def add_scan():
        scan = request.files.get("scan")
        if scan is None:
            abort(400)
        ending = secure_filename((scan.filename or "").rpartition(".")[2].lower())
        scan_id = f"{uuid.uuid4().hex}.{ending}"
        scan.save(os.path.join(folder, scan_id))
        return {"id": scan_id}, 201

    @app.get("/scans/<scan_id>")
    def get_scan(scan_id):
        response = app.send_static_file(scan_id)
        ending = scan_id.rpartition(".")[2]
        if ending in SHOWN:
            response.headers["Content-Type"] = SHOWN[ending]
        else:
            response.headers["Content-Type"] = "application/octet-stream"
            response.headers["Content-Disposition"] = "attachment"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
