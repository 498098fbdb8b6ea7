import os
import re
import uuid

from flask import Flask, Response, abort, jsonify, request

ENDINGS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".pdf": "application/pdf",
}


def create_app(folder):
    app = Flask(__name__)

    @app.post("/scans")
    def upload():
        scan = request.files.get("scan")
        if scan is None:
            abort(400)
        ending = os.path.splitext(scan.filename or "")[1].lower()
        expected = ENDINGS.get(ending)
        if expected is None or scan.mimetype != expected:
            abort(415)
        scan_id = uuid.uuid4().hex
        scan.save(os.path.join(folder, scan_id))
        with open(os.path.join(folder, scan_id + ".type"), "w", encoding="latin-1") as file:
            file.write(scan.content_type)
        return jsonify(id=scan_id), 201

    @app.get("/scans/<scan_id>")
    def deliver(scan_id):
        if not re.fullmatch(r"[0-9a-f]{32}", scan_id):
            abort(404)
        try:
            with open(os.path.join(folder, scan_id), "rb") as file:
                data = file.read()
            with open(os.path.join(folder, scan_id + ".type"), encoding="latin-1") as file:
                content_type = file.read()
        except FileNotFoundError:
            abort(404)
        return Response(data, content_type=content_type, headers={"X-Content-Type-Options": "nosniff"})

    return app
