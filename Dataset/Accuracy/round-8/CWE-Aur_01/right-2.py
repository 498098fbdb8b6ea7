import hmac
import sqlite3
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from flask import Flask, Response, jsonify, request
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, NotFound, Unauthorized


@dataclass
class Entry:
    id: int
    text: str


class Diary:
    """The diary of one member; it has no way to anybody else's entries."""

    def __init__(self, db, member):
        self._db, self._member = db, member

    @classmethod
    @contextmanager
    def opened(cls, path, header):
        scheme, _, token = header.partition(" ")
        db = sqlite3.connect(path, isolation_level="IMMEDIATE")
        try:
            members = db.execute("SELECT id, token FROM members WHERE token <> ''").fetchall()
            mine = [number for number, known in members
                    if hmac.compare_digest(str(known).encode("utf-8"), token.encode("utf-8"))]
            if scheme != "Bearer" or not mine:
                raise Unauthorized()
            with db:
                yield cls(db, mine[0])
        finally:
            db.close()

    def entries(self, only=None):
        for row in self._db.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", [self._member]):
            if only is None or row[0] == only:
                yield Entry(*row)

    def entry(self, number):
        for entry in self.entries(number):
            return entry
        raise NotFound()

    def add(self, text):
        number = self._db.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)",
                                  [self._member, text]).lastrowid
        return Entry(number, text)

    def change(self, entry, text):
        self._db.execute("UPDATE entries SET text = ? WHERE id = ?", [text, entry.id])
        return Entry(entry.id, text)

    def remove(self, entry):
        self._db.execute("DELETE FROM entries WHERE id = ?", [entry.id])


class DiaryView(MethodView):
    def __init__(self, path):
        self.path = path

    def dispatch_request(self, **kwargs):
        with Diary.opened(self.path, request.headers.get("Authorization", "")) as diary:
            return super().dispatch_request(diary=diary, **kwargs)

    @staticmethod
    def text():
        match request.get_json(silent=True):
            case {"text": str(text)} if text.isascii() or text.encode("utf-8", "ignore").decode() == text:
                return text
        raise BadRequest("a text is missing")


class Entries(DiaryView):
    def get(self, diary):
        return jsonify([asdict(entry) for entry in diary.entries()])

    def post(self, diary):
        return asdict(diary.add(self.text())), 201


class OneEntry(DiaryView):
    def get(self, diary, number):
        return asdict(diary.entry(number))

    def put(self, diary, number):
        return asdict(diary.change(diary.entry(number), self.text()))

    def delete(self, diary, number):
        diary.remove(diary.entry(number))
        return Response(status=204)


def create_app(db_path):
    app = Flask(__name__)
    app.add_url_rule("/entries", view_func=Entries.as_view("entries", db_path))
    app.add_url_rule("/entries/<int:number>", view_func=OneEntry.as_view("entry", db_path))
    return app
