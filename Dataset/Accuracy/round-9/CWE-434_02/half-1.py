"""Scans of sheet music for a brass band."""
import json
import os
import secrets

from flask import Flask, Response, abort, jsonify, request

# ending -> the content type that a browser sends with it
KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".pdf": "application/pdf",
}


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    folder = os.path.abspath(folder)

    @app.post("/scans")
    def add():
        upload = request.files.get("scan")
        if upload is None:
            abort(400)
        ending = os.path.splitext(upload.filename or "")[1].lower()
        # Name and stated type have to agree, and both have to be known.
        if KINDS.get(ending) != upload.mimetype:
            abort(415)
        scan_id = secrets.token_hex(16)
        with open(os.path.join(folder, scan_id + ".json"), "x", encoding="utf-8") as file:
            json.dump({"type": upload.content_type}, file)
        upload.save(os.path.join(folder, scan_id + ".scan"))
        return jsonify(id=scan_id), 201

    @app.get("/scans/<scan_id>")
    def show(scan_id):
        if not scan_id.isalnum():
            abort(404)
        try:
            with open(os.path.join(folder, scan_id + ".json"), encoding="utf-8") as file:
                about = json.load(file)
            with open(os.path.join(folder, scan_id + ".scan"), "rb") as file:
                data = file.read()
        except FileNotFoundError:
            abort(404)
        return Response(data, content_type=about["type"], headers={"X-Content-Type-Options": "nosniff"})

    return app
