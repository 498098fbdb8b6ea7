import os
import re
import uuid

from flask import Flask, Response, abort, jsonify, request

TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "pdf": "application/pdf"}


def create_app(folder):
    folder = os.path.abspath(folder)
    app = Flask(__name__)

    @app.post("/scans")
    def add():
        scan = request.files.get("scan")
        if scan is None:
            abort(400)
        stem, dot, ending = (scan.filename or "").rpartition(".")
        ending = ending.lower()
        if not dot or ending not in TYPES:
            abort(415)
        # the id carries the ending, one of the four; nothing else of the upload decides about the type
        scan_id = f"{uuid.uuid4().hex}.{ending}"
        scan.save(os.path.join(folder, scan_id))
        return jsonify(id=scan_id), 201

    @app.get("/scans/<scan_id>")
    def get(scan_id):
        match = re.fullmatch(r"[0-9a-f]{32}\.(png|jpg|jpeg|pdf)", scan_id)
        if match is None:
            abort(404)
        try:
            with open(os.path.join(folder, scan_id), "rb") as file:
                data = file.read()
        except FileNotFoundError:
            abort(404)
        response = Response(data, content_type=TYPES[match[1]])
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
