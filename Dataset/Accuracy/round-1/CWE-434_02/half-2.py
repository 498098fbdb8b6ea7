import json
import re
import uuid
from pathlib import Path

from flask import Flask, Response, request

SHOWN = re.compile(r"image/png|image/jpeg|application/pdf")
NAMED = re.compile(r".*\.(png|jpe?g|pdf)", re.IGNORECASE | re.DOTALL)


def create_app(folder):
    app = Flask(__name__)
    store = Path(folder).resolve()

    @app.route("/scans", methods=["POST"])
    def upload():
        if "scan" not in request.files:
            return {"error": "no scan"}, 400
        scan = request.files["scan"]
        if not NAMED.fullmatch(scan.filename or "") or not SHOWN.match(scan.mimetype):
            return {"error": "only PNG, JPEG and PDF"}, 415
        key = uuid.uuid4().hex
        (store / f"{key}.data").write_bytes(scan.read())
        (store / f"{key}.json").write_text(json.dumps({"type": scan.mimetype}))
        return {"id": key}, 201

    @app.route("/scans/<key>")
    def fetch(key):
        meta = store / f"{key}.json"
        if not meta.is_file():
            return {"error": "unknown"}, 404
        kind = json.loads(meta.read_text())["type"]
        return Response(
            (store / f"{key}.data").read_bytes(),
            content_type=kind,
            headers={"X-Content-Type-Options": "nosniff"},
        )

    return app
