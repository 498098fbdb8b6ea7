import os
import uuid

from flask import Flask, abort, jsonify, request, send_file

SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"%PDF-": "application/pdf"}


def type_of(content):
    for signature, kind in SIGNATURES.items():
        if content.startswith(signature):
            return kind
    return None


def create_app(folder):
    app = Flask(__name__)
    types = {}

    @app.post("/scans")
    def upload():
        scan = request.files.get("scan")
        if scan is None:
            abort(400)
        content = scan.read()
        kind = type_of(content)
        if kind is None:
            abort(415)
        scan_id = uuid.uuid4().hex
        with open(os.path.join(folder, scan_id), "wb") as file:
            file.write(content)
        types[scan_id] = kind
        return jsonify(id=scan_id), 201

    @app.get("/scans/<scan_id>")
    def show(scan_id):
        if scan_id not in types:
            abort(404)
        response = send_file(os.path.abspath(os.path.join(folder, scan_id)), mimetype=types[scan_id])
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
