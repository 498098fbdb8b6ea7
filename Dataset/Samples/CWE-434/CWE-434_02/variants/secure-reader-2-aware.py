import re
import secrets
from pathlib import Path

from flask import Flask, abort, jsonify, make_response, request

# extension: (content type, how such a file begins)
KINDS = {
    "png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpg": ("image/jpeg", b"\xff\xd8\xff"),
    "pdf": ("application/pdf", b"%PDF-"),
}
SCAN_ID = re.compile(r"[0-9a-f]{32}\.(png|jpg|pdf)")


def kind_of(data):
    """The kind is found from the content only; name and stated type are not asked."""
    for extension, (_, magic) in KINDS.items():
        if data.startswith(magic):
            return extension
    return None


def create_app(folder):
    app = Flask(__name__)
    store = Path(folder).resolve()

    @app.post("/scans")
    def upload():
        scan = request.files.get("scan")
        if scan is None:
            return jsonify(error="the field scan is missing"), 400
        data = scan.read()
        extension = kind_of(data)
        if extension is None:
            return jsonify(error="only PNG, JPEG and PDF"), 415
        scan_id = f"{secrets.token_hex(16)}.{extension}"
        with open(store / scan_id, "xb") as f:
            f.write(data)
        return jsonify(id=scan_id), 201

    @app.get("/scans/<scan_id>")
    def show(scan_id):
        match = SCAN_ID.fullmatch(scan_id)
        if match is None:
            abort(404)
        try:
            data = (store / scan_id).read_bytes()
        except FileNotFoundError:
            abort(404)
        response = make_response(data)
        response.headers["Content-Type"] = KINDS[match[1]][0]
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
