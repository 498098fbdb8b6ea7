"""Scans, known by their first bytes. Neither the name nor the stated type has a say in how a scan is delivered."""
import hashlib
import os
import secrets

from flask import Flask, Response, request
from flask.views import MethodView

_SIGNS = (
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"\xff\xd8\xff", "image/jpeg", "jpeg"),
    (b"%PDF-", "application/pdf", "pdf"),
)
_BY_LETTER = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "pdf": "application/pdf"}


def _kind(filename, data):
    for sign, _, short in _SIGNS:
        if data.startswith(sign):
            return short
    # A scanner may put something in front; then the ending decides between the three harmless kinds.
    ending = filename.lower().rsplit(".", 1)[-1]
    return ending if ending in _BY_LETTER else "bin"


class Scans(MethodView):
    init_every_request = False

    def __init__(self, folder):
        self.folder = folder

    def post(self):
        if "scan" not in request.files:
            return {"error": "no scan"}, 400
        upload = request.files["scan"]
        data = upload.stream.read()
        scan = f"{secrets.token_urlsafe(15)}.{_kind(upload.filename or '', data)}"
        with open(os.path.join(self.folder, hashlib.sha256(scan.encode()).hexdigest()), "xb") as file:
            file.write(data)
        return {"id": scan}, 201

    def get(self, scan):
        try:
            with open(os.path.join(self.folder, hashlib.sha256(scan.encode()).hexdigest()), "rb") as file:
                data = file.read()
        except FileNotFoundError:
            return {"error": "unknown"}, 404
        kind = _BY_LETTER.get(scan.rpartition(".")[2])
        response = Response(data, content_type=kind or "application/octet-stream")
        response.headers["X-Content-Type-Options"] = "nosniff"
        if kind is None:
            response.headers["Content-Disposition"] = "attachment"
        return response


def create_app(folder):
    app = Flask("scans", static_folder=None)
    view = Scans.as_view("scans", os.path.abspath(folder))
    app.add_url_rule("/scans", view_func=view, methods=["POST"])
    app.add_url_rule("/scans/<scan>", view_func=view, methods=["GET"])
    return app
