import re
import secrets
from pathlib import Path

from flask import Flask, Response, abort, jsonify, request

# The content alone decides; name and stated type are never looked at.
SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"%PDF-", "pdf"),
)
TYPES = {"png": "image/png", "jpg": "image/jpeg", "pdf": "application/pdf"}
_ID = re.compile(r"[0-9a-f]{32}\.(png|jpg|pdf)")


def _kind_of(content):
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            return kind
    return None


def create_app(folder):
    app = Flask(__name__)
    base = Path(folder).resolve()

    @app.post("/scans")
    def add_scan():
        upload = request.files.get("scan")
        if upload is None:
            return jsonify({"error": "the field scan is missing"}), 400
        content = upload.stream.read()
        kind = _kind_of(content)
        if kind is None:
            return jsonify({"error": "only PNG, JPEG and PDF"}), 415
        scan_id = f"{secrets.token_hex(16)}.{kind}"
        with open(base / scan_id, "xb") as f:
            f.write(content)
        return jsonify({"id": scan_id}), 201

    @app.get("/scans/<scan_id>")
    def show_scan(scan_id):
        match = _ID.fullmatch(scan_id)
        if match is None:
            abort(404)
        try:
            content = (base / scan_id).read_bytes()
        except FileNotFoundError:
            abort(404)
        response = Response(content, mimetype=TYPES[match[1]])
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Content-Disposition"] = "inline"
        return response

    return app
