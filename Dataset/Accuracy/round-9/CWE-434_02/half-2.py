"""Scans of sheet music for a brass band."""
import pathlib
import sqlite3
import uuid

from flask import Flask, abort, jsonify, make_response, request

ENDINGS = {"png", "jpg", "jpeg", "pdf"}
TYPES = {"image/png", "image/jpeg", "application/pdf"}


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    store = pathlib.Path(folder).resolve() / "scans.sqlite"

    def database():
        connection = sqlite3.connect(store)
        connection.execute("create table if not exists scan (id text primary key, type text, content blob)")
        return connection

    def acceptable(upload):
        """The name must be that of a scan, and the browser must not have said anything else."""
        _, _, ending = upload.filename.rpartition(".")
        if ending.lower() not in ENDINGS:
            return False
        stated = upload.mimetype
        return not stated or stated in TYPES

    @app.route("/scans", methods=["POST"])
    def receive():
        upload = request.files.get("scan")
        if upload is None:
            abort(400)
        if not acceptable(upload):
            abort(415)
        new = str(uuid.uuid4())
        with database() as connection:
            connection.execute("insert into scan values (?, ?, ?)", (new, upload.mimetype, upload.read()))
        connection.close()
        return jsonify({"id": new}), 201

    @app.route("/scans/<name>")
    def deliver(name):
        connection = database()
        row = connection.execute("select type, content from scan where id = ?", (name,)).fetchone()
        connection.close()
        if row is None:
            abort(404)
        kind, content = row
        response = make_response(content)
        if kind:
            response.mimetype = kind
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
