import json
import secrets
from pathlib import Path

from flask import Flask, Response, abort, request

ALLOWED = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".pdf": "application/pdf"}


def create_app(folder):
    app = Flask(__name__)
    folder = Path(folder)

    @app.route("/scans", methods=["POST"])
    def upload():
        scan = request.files.get("scan")
        if scan is None:
            abort(400)
        suffix = Path(scan.filename or "").suffix.lower()
        if suffix not in ALLOWED or scan.mimetype != ALLOWED[suffix]:
            abort(415)
        scan_id = secrets.token_hex(12)
        scan.save(folder / f"{scan_id}.data")
        (folder / f"{scan_id}.json").write_text(json.dumps({"type": scan.content_type}))
        return {"id": scan_id}, 201

    @app.route("/scans/<scan_id>")
    def show(scan_id):
        if not scan_id.isalnum() or not (folder / f"{scan_id}.json").is_file():
            abort(404)
        meta = json.loads((folder / f"{scan_id}.json").read_text())
        answer = Response((folder / f"{scan_id}.data").read_bytes(), content_type=meta["type"])
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    return app
