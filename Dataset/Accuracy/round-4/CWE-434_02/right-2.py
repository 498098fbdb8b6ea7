import logging
import re
import sqlite3
import uuid
from contextlib import closing
from os.path import abspath, join
from flask import Flask, abort, make_response, request

log = logging.getLogger("scans")
ENDINGS = {"image/png": r"\.png", "image/jpeg": r"\.jpe?g", "application/pdf": r"\.pdf"}


def create_app(folder):
    store = join(abspath(folder), "scans.sqlite")

    def query(statement, *values):
        with closing(sqlite3.connect(store)) as db, db:
            return db.execute(statement, values).fetchone()

    query("CREATE TABLE IF NOT EXISTS scans (id TEXT PRIMARY KEY, kind TEXT NOT NULL, data BLOB NOT NULL)")
    app = Flask(__name__)

    @app.route("/scans", methods=["POST"])
    def post():
        if "scan" not in request.files:
            abort(400)
        upload = request.files["scan"]
        ending = ENDINGS.get(upload.mimetype)
        if ending is None or not re.search(ending + r"\Z", upload.filename or "", re.IGNORECASE):
            log.warning("refused %r (%r)", upload.filename, upload.content_type)
            abort(415)
        name = str(uuid.uuid4())
        query("INSERT INTO scans VALUES (?, ?, ?)", name, upload.mimetype, upload.read())
        return {"id": name}, 201

    @app.route("/scans/<name>", methods=["GET"])
    def get(name):
        row = query("SELECT kind, data FROM scans WHERE id = ?", name)
        if row is None:
            abort(404)
        response = make_response(bytes(row[1]))
        response.headers["Content-Type"] = next(kind for kind in ENDINGS if kind == row[0])
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
