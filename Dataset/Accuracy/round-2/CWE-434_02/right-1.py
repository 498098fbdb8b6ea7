import os
import uuid
from enum import Enum
from pathlib import Path

from flask import Flask, request, send_file
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, NotFound, UnsupportedMediaType


class Kind(Enum):
    PNG = ("image/png", (".png",))
    JPEG = ("image/jpeg", (".jpg", ".jpeg"))
    PDF = ("application/pdf", (".pdf",))

    @classmethod
    def of(cls, filename):
        for kind in cls:
            if filename.lower().endswith(kind.value[1]):
                return kind
        raise UnsupportedMediaType("scans are PNG, JPEG or PDF")


class Scans(MethodView):
    def __init__(self, folder):
        self.folder = folder

    def post(self):
        if "scan" not in request.files:
            raise BadRequest("the field scan is missing")
        scan = request.files["scan"]
        kind = Kind.of(scan.filename or "")
        number = f"{uuid.uuid4()}"
        # the kind is the name of the sub-folder; nothing that was sent becomes part of a path
        place = self.folder / kind.name
        place.mkdir(exist_ok=True)
        with open(place / number, "xb") as file:
            scan.save(file)
        return {"id": number}, 201

    def get(self, number):
        for kind in Kind:
            path = self.folder / kind.name / str(number)
            if path.is_file():
                answer = send_file(path, mimetype=kind.value[0], etag=False)
                answer.headers["X-Content-Type-Options"] = "nosniff"
                return answer
        raise NotFound


def create_app(folder):
    app = Flask(__name__)
    view = Scans.as_view("scans", Path(os.path.abspath(folder)))
    app.add_url_rule("/scans", view_func=view, methods=["POST"])
    app.add_url_rule("/scans/<uuid:number>", view_func=view, methods=["GET"])
    return app
