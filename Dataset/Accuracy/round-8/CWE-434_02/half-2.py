import json
import mimetypes
import secrets
from pathlib import Path

from flask import Flask, abort, request, send_file
from werkzeug.security import safe_join

SCAN_ENDINGS = (".png", ".jpg", ".jpeg", ".pdf")


class ScanStore:
    def __init__(self, folder):
        self.content = Path(folder, "content")
        self.names = Path(folder, "names")
        self.content.mkdir(exist_ok=True)
        self.names.mkdir(exist_ok=True)

    def add(self, name, scan):
        scan_id = secrets.token_hex(16)
        scan.save(self.content / scan_id)
        (self.names / scan_id).write_text(json.dumps(name))
        return scan_id

    def find(self, scan_id):
        path = safe_join(str(self.names), scan_id)
        if path is None or not Path(path).is_file():
            return None
        return json.loads(Path(path).read_text()), self.content / scan_id


def create_app(folder):
    app = Flask(__name__)
    store = ScanStore(Path(folder).resolve())

    @app.route("/scans", methods=["POST"])
    def add_scan():
        if "scan" not in request.files:
            return {"error": "no scan"}, 400
        scan = request.files["scan"]
        name = scan.filename or ""
        # the stated content type is the uploader's word only; the ending decides
        if not name.lower().endswith(SCAN_ENDINGS):
            return {"error": "only PNG, JPEG and PDF"}, 415
        return {"id": store.add(name, scan)}, 201

    @app.route("/scans/<scan_id>")
    def show_scan(scan_id):
        found = store.find(scan_id)
        if found is None:
            abort(404)
        name, path = found
        mimetype, _ = mimetypes.guess_type(name)
        response = send_file(path, mimetype=mimetype or "application/octet-stream")
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
