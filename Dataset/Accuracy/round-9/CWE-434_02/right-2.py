"""Scans; one folder for each type that may be delivered, so that a scan's place tells its type."""
import io
import pathlib

from flask import Flask, jsonify, request, send_file
from werkzeug.exceptions import BadRequest, NotFound, UnsupportedMediaType
from werkzeug.routing import BaseConverter

PLACES = {"p": "image/png", "j": "image/jpeg", "d": "application/pdf"}
ENDINGS = {".png": "p", ".jpg": "j", ".jpeg": "j", ".pdf": "d"}


class Number(BaseConverter):
    regex = "[pjd]-[1-9][0-9]{0,17}"

    def to_python(self, value):
        place, _, number = value.partition("-")
        return place, int(number)


def _claim(folder):
    """Makes the next file in the folder that is not there yet, and returns its number and the open file."""
    number = sum(1 for _ in folder.iterdir()) + 1
    while True:
        try:
            return number, open(folder / str(number), "xb")
        except FileExistsError:
            number += 1


def create_app(folder):
    app = Flask("brass", static_folder=None)
    app.url_map.converters["scan"] = Number
    root = pathlib.Path(folder).absolute()
    for place in PLACES:
        (root / place).mkdir(exist_ok=True)

    @app.post("/scans")
    def upload():
        scan = request.files.get("scan")
        if scan is None:
            raise BadRequest("scan is missing")
        place = ENDINGS.get(pathlib.PurePosixPath("/" + (scan.filename or "")).suffix.lower())
        if place is None or scan.mimetype not in (PLACES[place], "image/jpg"):
            raise UnsupportedMediaType()
        number, file = _claim(root / place)
        with file:
            scan.save(file)
        return jsonify(id=f"{place}-{number}"), 201

    @app.get("/scans/<scan:which>")
    def show(which):
        place, number = which
        path = root / place / str(number)
        if not path.is_file():
            raise NotFound()
        answer = send_file(io.BytesIO(path.read_bytes()), mimetype=PLACES[place])
        answer.headers.set("X-Content-Type-Options", "nosniff")
        return answer

    return app
