import secrets
from pathlib import Path

from flask import Flask, Response, request

TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".pdf": "application/pdf"}


def create_app(folder: str) -> Flask:
    """Shares scans; the ending of the stored file decides about its type."""
    app = Flask("scans")
    store = Path(folder)

    @app.route("/scans", methods=["POST"])
    def add_scan():
        if "scan" not in request.files:
            return {"error": "no file"}, 400
        file = request.files["scan"]
        ending = Path(file.filename or "").suffix.lower()
        if ending not in TYPES:
            return {"error": f"{file.filename} is no scan"}, 415
        name = secrets.token_urlsafe(12) + ending
        file.save(store / name)
        return {"id": name}, 201

    @app.route("/scans/<name>")
    def get_scan(name):
        path = store / name
        if path.parent != store or not path.is_file():
            return {"error": "not found"}, 404
        return Response(path.read_bytes(), headers={"Content-Type": TYPES[path.suffix]})

    return app


if __name__ == "__main__":
    create_app("/tmp").run()
