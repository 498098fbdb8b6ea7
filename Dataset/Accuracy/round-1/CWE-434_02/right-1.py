import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

from flask import Flask, abort, make_response, request
from flask.views import MethodView

TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "pdf": "application/pdf"}


class Shelf:
    def __init__(self, folder):
        self.path = Path(folder).resolve() / "scans.sqlite"
        with self.open() as db:
            db.execute("CREATE TABLE IF NOT EXISTS scan(id TEXT PRIMARY KEY, ending TEXT, content BLOB)")
            db.commit()

    def open(self):
        return closing(sqlite3.connect(self.path, timeout=30))

    def put(self, ending, content):
        key = str(uuid.uuid4())
        with self.open() as db:
            db.execute("INSERT INTO scan VALUES(?, ?, ?)", (key, ending, content))
            db.commit()
        return key

    def get(self, key):
        with self.open() as db:
            return db.execute("SELECT ending, content FROM scan WHERE id = ?", (key,)).fetchone()


class Scans(MethodView):
    def __init__(self, shelf):
        self.shelf = shelf

    def post(self):
        upload = request.files.get("scan") or abort(400)
        ending = (upload.filename or "").lower().rpartition(".")[2]
        if "." not in (upload.filename or "") or ending not in TYPES:
            abort(415)
        return {"id": self.shelf.put(ending, upload.read())}, 201

    def get(self, key):
        ending, content = self.shelf.get(key) or abort(404)
        answer = make_response(content)
        answer.headers["Content-Type"] = TYPES[ending]
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer


def create_app(folder):
    app = Flask(__name__)
    view = Scans.as_view("scans", Shelf(folder))
    app.add_url_rule("/scans", view_func=view, methods=["POST"])
    app.add_url_rule("/scans/<key>", view_func=view, methods=["GET"])
    return app
