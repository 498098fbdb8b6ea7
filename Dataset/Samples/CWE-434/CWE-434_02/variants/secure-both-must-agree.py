import hashlib
import os

from flask import Flask, jsonify, request, send_from_directory
from werkzeug.utils import secure_filename

ALLOWED = {"png": ("image/png", b"\x89PNG"), "jpg": ("image/jpeg", b"\xff\xd8"), "jpeg": ("image/jpeg", b"\xff\xd8"),
           "pdf": ("application/pdf", b"%PDF")}


def create_app(folder):
    app = Flask(__name__)
    app.config["UPLOAD_FOLDER"] = os.path.abspath(folder)
    counter = iter(range(1, 10**9))

    @app.errorhandler(ValueError)
    def refused(error):
        return jsonify(error=str(error)), 400

    @app.post("/scans")
    def upload():
        if "scan" not in request.files:
            raise ValueError("field scan is missing")
        scan = request.files["scan"]
        content = scan.read()
        ending = secure_filename(scan.filename).rpartition(".")[2].lower()
        kind, signature = ALLOWED.get(ending, (None, None))
        if kind is None or scan.mimetype != kind or content[:len(signature)] != signature:
            raise ValueError("only PNG, JPEG and PDF")
        digest = hashlib.sha1(content).hexdigest()[:12]
        name = f"{next(counter)}-{digest}.{ending}"
        with open(os.path.join(app.config["UPLOAD_FOLDER"], name), "wb") as out:
            out.write(content)
        return jsonify({"id": name}), 201

    @app.get("/scans/<name>")
    def show(name):
        return send_from_directory(app.config["UPLOAD_FOLDER"], name)

    return app
