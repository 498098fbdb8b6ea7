import secrets
import sqlite3
from contextlib import closing
from os.path import abspath, join

from flask import Flask, Response, request

TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "pdf": "application/pdf"}
HARMLESS = "application/octet-stream"


def delivered_type(filename, stated):
    """The type in TYPES that both the name and the sender state, else that of a download."""
    by_name = TYPES.get(filename.rpartition(".")[2].lower())
    return by_name if by_name is not None and by_name == stated else HARMLESS


def create_app(folder):
    app = Flask(__name__)
    database = join(abspath(folder), "scans.sqlite")

    def run(statement, *values):
        with closing(sqlite3.connect(database, timeout=30)) as connection, connection:
            return connection.execute(statement, values).fetchall()

    run("CREATE TABLE IF NOT EXISTS scans (id TEXT PRIMARY KEY, type TEXT NOT NULL, content BLOB NOT NULL)")

    @app.route("/scans", methods=["POST"])
    def upload():
        match request.files.getlist("scan"):
            case [scan, *_]:
                scan_id = "s-" + secrets.token_hex(20)
                run("INSERT INTO scans VALUES (?, ?, ?)", scan_id,
                    delivered_type(scan.filename or "", scan.mimetype), scan.read())
                return {"id": scan_id}, 201
            case _:
                return {"error": "no scan"}, 400

    @app.route("/scans/<scan_id>", methods=["GET"])
    def show(scan_id):
        for content_type, content in run("SELECT type, content FROM scans WHERE id = ?", scan_id):
            answer = Response(content, 200, mimetype=content_type)
            answer.headers["X-Content-Type-Options"] = "nosniff"
            if content_type == HARMLESS:
                answer.headers["Content-Disposition"] = "attachment"
                answer.headers["Content-Security-Policy"] = "sandbox"
            return answer
        return {"error": "unknown"}, 404

    return app
