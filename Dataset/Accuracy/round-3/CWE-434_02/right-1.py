import itertools
import os
import re
import secrets
from enum import Enum

from flask import Flask, request, send_file
from werkzeug.exceptions import BadRequest, NotFound, UnsupportedMediaType


class Kind(Enum):
    png = "image/png"
    jpg = "image/jpeg"
    pdf = "application/pdf"

    @classmethod
    def of(cls, filename):
        found = re.search(r"\.(png|jpe?g|pdf)\Z", filename, re.IGNORECASE | re.ASCII)
        if not found:
            raise UnsupportedMediaType("PNG, JPEG and PDF only")
        return cls[found[1].lower().replace("jpeg", "jpg")]


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    folder = os.path.abspath(folder)
    counter = itertools.count(1)

    @app.post("/scans")
    def take():
        try:
            scan = request.files["scan"]
        except KeyError:
            raise BadRequest("no scan") from None
        kind = Kind.of(scan.filename or "")
        scan_id = f"{next(counter)}-{secrets.token_urlsafe(9)}.{kind.name}"
        scan.save(os.path.join(folder, scan_id))
        return {"id": scan_id}, 201

    @app.get("/scans/<scan_id>")
    def show(scan_id):
        form = re.fullmatch(r"[0-9]+-[A-Za-z0-9_-]+\.(png|jpg|pdf)", scan_id)
        path = os.path.join(folder, scan_id)
        if form is None or not os.path.isfile(path):
            raise NotFound()
        response = send_file(path, mimetype=Kind[form[1]].value)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
