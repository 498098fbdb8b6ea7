import sqlite3
import uuid
from contextlib import closing
from functools import partial
from pathlib import Path

from flask import Flask, Response, jsonify, request

SHOWN = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "pdf": "application/pdf"}


def open_box(path):
    box = sqlite3.connect(path)
    box.execute("CREATE TABLE IF NOT EXISTS scan (id TEXT PRIMARY KEY, ending TEXT, data BLOB)")
    return box


def create_app(folder):
    """Scans lie in a database; whatever is no scan is kept too, but only ever handed out as a download."""
    app = Flask(__name__)
    box = partial(open_box, Path(folder).resolve() / "scans.sqlite")

    def take():
        scan = request.files.get("scan", default=None)
        if scan is None:
            return Response("the field scan is missing", 400, mimetype="text/plain")
        _, dot, ending = (scan.filename or "").rpartition(".")
        ending = ending.lower() if dot else ""
        row = (uuid.uuid4().hex, ending if ending in SHOWN else None, scan.stream.read())
        with closing(box()) as db, db:
            db.execute("INSERT INTO scan VALUES (?, ?, ?)", row)
        return jsonify({"id": row[0]}), 201

    def show(id):
        with closing(box()) as db:
            row = db.execute("SELECT ending, data FROM scan WHERE id = ?", [id]).fetchone()
        if row is None:
            return Response("unknown", 404, mimetype="text/plain")
        ending, data = row
        headers = {"X-Content-Type-Options": "nosniff"}
        if ending is None:
            headers["Content-Disposition"] = 'attachment; filename="upload.bin"'
        return Response(data, headers=headers, content_type=SHOWN.get(ending, "application/octet-stream"))

    app.add_url_rule("/scans", "take", take, methods=["POST"])
    app.add_url_rule("/scans/<id>", "show", show)
    return app
