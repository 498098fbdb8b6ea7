import os
import secrets

from flask import Flask, Response, jsonify, request

ENDINGS_OF = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "application/pdf": (".pdf",),
}


def shown_type(filename, stated):
    endings = ENDINGS_OF.get(stated)
    return stated if endings and filename.lower().endswith(endings) else None


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    directory = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    suffixes = {"image/png": "p", "image/jpeg": "j", "application/pdf": "d", None: "x"}
    types = {suffix: kind for kind, suffix in suffixes.items()}

    @app.route("/scans", methods=["POST"])
    def take():
        try:
            scan = request.files["scan"]
        except KeyError:
            return jsonify(error="field 'scan' is missing"), 400
        scan_id = secrets.token_hex(12) + "-" + suffixes[shown_type(scan.filename or "", scan.mimetype)]
        fd = os.open(scan_id, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640, dir_fd=directory)
        with os.fdopen(fd, "wb") as out:
            out.write(scan.stream.read())
        return jsonify(id=scan_id), 201

    @app.route("/scans/<scan_id>")
    def give(scan_id):
        try:
            if scan_id in {".", ".."}:
                raise FileNotFoundError(scan_id)
            with os.fdopen(os.open(scan_id, os.O_RDONLY, dir_fd=directory), "rb") as source:
                content = source.read()
        except (OSError, ValueError):
            return jsonify(error="unknown scan"), 404
        kind = types.get(scan_id[-1])
        answer = Response(content, content_type=kind or "application/octet-stream")
        answer.headers["X-Content-Type-Options"] = "nosniff"
        if kind is None:
            answer.headers["Content-Disposition"] = 'attachment; filename="scan.bin"'
            answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return answer

    return app
