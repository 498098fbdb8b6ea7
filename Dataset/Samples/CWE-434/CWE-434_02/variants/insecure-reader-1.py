import os
import uuid

from flask import Flask, abort, jsonify, request, send_from_directory


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)

    @app.post("/scans")
    def upload_scan():
        if "scan" not in request.files:
            return jsonify({"error": "no scan"}), 400
        file = request.files["scan"]
        extension = os.path.splitext(file.filename)[1].lower()
        scan_id = uuid.uuid4().hex + extension
        file.save(os.path.join(folder, scan_id))
        return jsonify({"id": scan_id}), 201

    @app.get("/scans/<scan_id>")
    def get_scan(scan_id):
        if not os.path.isfile(os.path.join(folder, scan_id)):
            abort(404)
        return send_from_directory(folder, scan_id)

    return app
