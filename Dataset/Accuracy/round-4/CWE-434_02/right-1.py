import itertools
import secrets
from pathlib import Path
from flask import Flask, Response, request

DELIVER = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".pdf": "application/pdf"}


class Shelf:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.known = {}
        self.count = itertools.count(1)

    def put(self, name, stream):
        kind = DELIVER.get("." + name.lower().rpartition(".")[2], "application/octet-stream")
        key = f"{next(self.count)}-{secrets.token_urlsafe(9)}"
        with (self.folder / key).open("xb") as sink:
            sink.writelines(iter(lambda: stream.read(65536), b""))
        self.known[key] = kind
        return key

    def take(self, key):
        return (self.folder / key).read_bytes(), self.known[key]


def create_app(folder):
    app, shelf = Flask(__name__), Shelf(folder)

    @app.post("/scans")
    def store():
        match request.files.getlist("scan"):
            case [upload, *_]:
                return {"id": shelf.put(upload.filename or "", upload.stream)}, 201
            case _:
                return {"error": "scan missing"}, 400

    @app.get("/scans/<key>")
    def fetch(key):
        if key not in shelf.known:
            return Response(status=404)
        data, kind = shelf.take(key)
        answer = Response(data, content_type=kind, headers={"X-Content-Type-Options": "nosniff"})
        if kind == "application/octet-stream":
            answer.headers["Content-Disposition"] = "attachment"
        return answer

    return app
