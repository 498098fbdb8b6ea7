import mimetypes
import os
import secrets
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
        name = scan.filename or ""
        extension = os.path.splitext(name)[1].lower()
        if extension not in ALLOWED:
            abort(415)
        stored = secrets.token_hex(8) + "-" + secure_filename(name)[:64]
        if mimetypes.guess_type(stored)[0] is None:
            stored += extension
        scan.save(os.path.join(folder, stored))
        return jsonify(id=stored), 201

    @app.get("/scans/<scan_id>")
    def show(scan_id):
        response = send_from_directory(folder, scan_id)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
