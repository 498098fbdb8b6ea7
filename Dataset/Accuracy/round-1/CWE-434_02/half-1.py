import mimetypes
import os
import re
import secrets

from flask import Flask, abort, jsonify, request, send_file

ENDINGS = (".png", ".jpg", ".jpeg", ".pdf")


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)

    @app.post("/scans")
    def add():
        scan = request.files.get("scan")
        if scan is None:
            abort(400)
        name = (scan.filename or "").lower()
        if not name.endswith(ENDINGS):
            abort(415)
        kind, _ = mimetypes.guess_type(name)
        scan_id = secrets.token_hex(16)
        scan.save(os.path.join(folder, scan_id))
        with open(os.path.join(folder, scan_id + ".type"), "w") as out:
            out.write(kind or "application/octet-stream")
        return jsonify(id=scan_id), 201

    @app.get("/scans/<scan_id>")
    def show(scan_id):
        path = os.path.join(folder, scan_id)
        if not re.fullmatch(r"[0-9a-f]{32}", scan_id) or not os.path.isfile(path):
            abort(404)
        with open(path + ".type") as source:
            answer = send_file(path, mimetype=source.read())
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    return app
