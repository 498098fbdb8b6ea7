import os
import uuid

from flask import Flask, abort, jsonify, request, send_file


def create_app(folder):
    app = Flask(__name__)
    types = {}

    @app.post("/scans")
    def upload():
        scan = request.files.get("scan")
        if scan is None:
            abort(400)
        scan_id = uuid.uuid4().hex
        scan.save(os.path.join(folder, scan_id))
        types[scan_id] = scan.mimetype
        return jsonify(id=scan_id), 201

    @app.get("/scans/<scan_id>")
    def show(scan_id):
        if scan_id not in types:
            abort(404)
        return send_file(os.path.abspath(os.path.join(folder, scan_id)), mimetype=types[scan_id])

    return app
