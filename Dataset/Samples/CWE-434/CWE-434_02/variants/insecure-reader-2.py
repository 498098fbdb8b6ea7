import os
import uuid

from flask import Flask, jsonify, request, send_from_directory


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)

    @app.post("/scans")
    def upload():
        file = request.files.get("scan")
        if file is None:
            return jsonify({"error": "no scan"}), 400
        ext = os.path.splitext(file.filename)[1].lower()
        scan_id = uuid.uuid4().hex + ext
        file.save(os.path.join(folder, scan_id))
        return jsonify({"id": scan_id}), 201

    @app.get("/scans/<scan_id>")
    def get_scan(scan_id):
        return send_from_directory(folder, scan_id)

    return app
