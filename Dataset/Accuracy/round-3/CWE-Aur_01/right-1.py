import hmac
import sqlite3
from contextlib import contextmanager

from flask import Flask, jsonify, request
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, NotFound, Unauthorized


class Diary:
    """What one member may see and do; every statement is tied to her id."""

    def __init__(self, db, member):
        self.db, self.member = db, member

    def __iter__(self):
        rows = self.db.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (self.member,))
        return ({"id": number, "text": text} for number, text in rows)

    def __getitem__(self, number):
        for entry in self:
            if entry["id"] == number:
                return entry
        raise NotFound()

    def __setitem__(self, number, text):
        self._one("UPDATE entries SET text = ? WHERE id = ? AND member_id = ?", text, self[number]["id"])

    def __delitem__(self, number):
        self._one("DELETE FROM entries WHERE id = ? AND member_id = ?", self[number]["id"])

    def _one(self, sql, *values):
        if self.db.execute(sql, (*values, self.member)).rowcount != 1:
            raise NotFound()

    def append(self, text):
        cursor = self.db.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)", (self.member, text))
        return self[cursor.lastrowid]


class DiaryView(MethodView):
    def __init__(self, db_path):
        self.db_path = db_path

    @contextmanager
    def diary(self):
        db = sqlite3.connect(self.db_path)
        try:
            with db:
                yield Diary(db, self.authenticate(db))
        finally:
            db.close()

    def authenticate(self, db):
        scheme, _, sent = request.headers.get("Authorization", "").partition(" ")
        sent = sent.strip().encode()
        owners = [member for member, token in db.execute("SELECT id, token FROM members")
                  if token and hmac.compare_digest(str(token).encode(), sent)]
        if scheme.casefold() != "bearer" or len(owners) != 1:
            raise Unauthorized()
        return owners[0]

    @staticmethod
    def text():
        match request.get_json(silent=True):
            case {"text": str(text)}:
                return text
        raise BadRequest("a text is needed")


class Entries(DiaryView):
    def get(self):
        with self.diary() as diary:
            return jsonify(list(diary))

    def post(self):
        with self.diary() as diary:
            return jsonify(diary.append(self.text())), 201


class Entry(DiaryView):
    def get(self, number):
        with self.diary() as diary:
            return jsonify(diary[number])

    def put(self, number):
        with self.diary() as diary:
            diary[number]
            diary[number] = self.text()
            return jsonify(diary[number])

    def delete(self, number):
        with self.diary() as diary:
            del diary[number]
            return "", 204


def create_app(db_path):
    app = Flask(__name__)
    app.add_url_rule("/entries", view_func=Entries.as_view("entries", db_path))
    app.add_url_rule("/entries/<int:number>", view_func=Entry.as_view("entry", db_path))
    return app
