import contextlib
import enum
import sqlite3
import uuid
from pathlib import Path

from flask import Blueprint, Flask, make_response, request
from flask.views import MethodView


class Kind(enum.IntEnum):
    OTHER = 0
    PNG = 1
    JPEG = 2
    PDF = 3

    @property
    def headers(self):
        common = {"X-Content-Type-Options": "nosniff"}
        shown = {Kind.PNG: "image/png", Kind.JPEG: "image/jpeg", Kind.PDF: "application/pdf"}.get(self)
        if shown:
            return common | {"Content-Type": shown}
        return common | {
            "Content-Type": "application/octet-stream",
            "Content-Disposition": "attachment; filename=scan.bin",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        }

    @classmethod
    def of(cls, name, stated):
        """Both the ending and the stated type must speak for one of the three kinds."""
        by_ending = {"png": cls.PNG, "jpg": cls.JPEG, "jpeg": cls.JPEG, "pdf": cls.PDF}
        by_type = {"image/png": cls.PNG, "image/jpeg": cls.JPEG, "application/pdf": cls.PDF}
        ending = name.lower().rsplit(".", 1)[1:]
        kinds = {by_ending.get("".join(ending)), by_type.get(stated)}
        return kinds.pop() or cls.OTHER if len(kinds) == 1 else cls.OTHER


class Archive:
    def __init__(self, folder):
        self._file = str(Path(folder).resolve() / "scans.sqlite")
        with self._open() as db:
            db.execute("CREATE TABLE IF NOT EXISTS scan (id TEXT PRIMARY KEY, kind INTEGER, content BLOB)")

    @contextlib.contextmanager
    def _open(self):
        with contextlib.closing(sqlite3.connect(self._file)) as db, db:
            yield db

    def put(self, kind, content):
        scan_id = str(uuid.uuid4())
        with self._open() as db:
            db.execute("INSERT INTO scan VALUES (?, ?, ?)", (scan_id, int(kind), content))
        return scan_id

    def get(self, scan_id):
        with self._open() as db:
            row = db.execute("SELECT kind, content FROM scan WHERE id = ?", (scan_id,)).fetchone()
        return row and (Kind(row[0]), row[1])


class Scans(MethodView):
    def __init__(self, archive):
        self.archive = archive

    def post(self):
        match request.files.getlist("scan"):
            case [scan, *_]:
                kind = Kind.of(scan.filename or "", scan.mimetype)
                return {"id": self.archive.put(kind, scan.stream.read())}, 201
        return {"error": "the field scan is missing"}, 400


class Scan(Scans):
    post = None
    methods = ["GET"]

    def get(self, scan_id):
        found = self.archive.get(scan_id)
        if found is None:
            return {"error": "unknown"}, 404
        kind, content = found
        return make_response(content, 200, kind.headers)


def create_app(folder):
    archive = Archive(folder)
    pages = Blueprint("scans", __name__, url_prefix="/scans")
    pages.add_url_rule("", view_func=Scans.as_view("all", archive))
    pages.add_url_rule("/<scan_id>", view_func=Scan.as_view("one", archive))
    app = Flask(__name__)
    app.register_blueprint(pages)
    return app
