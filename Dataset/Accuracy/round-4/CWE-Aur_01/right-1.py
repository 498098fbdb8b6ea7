import contextlib
import sqlite3

from flask import Flask, abort, jsonify, request
from flask.views import MethodView


class Diary:
    def __init__(self, db, member):
        self.db, self.member = db, member

    def one(self, sql, **values):
        try:
            row = self.db.execute(sql, values | {"member": self.member}).fetchone()
        except OverflowError:
            row = None
        except UnicodeEncodeError:
            abort(400)
        return {"id": row[0], "text": row[1]} if row else abort(404)

    def all(self):
        sql = "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id"
        return [{"id": i, "text": t} for i, t in self.db.execute(sql, (self.member,))]


@contextlib.contextmanager
def opened(db_path):
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    with contextlib.closing(sqlite3.connect(db_path)) as db, db:
        found = db.execute("SELECT id FROM members WHERE token = ?", (token.strip(),)).fetchone()
        if scheme.lower() != "bearer" or not token.strip() or found is None:
            abort(401)
        yield Diary(db, found[0])


def sent_text():
    match request.get_json(silent=True):
        case {"text": str(text)}:
            return text
    abort(400, "a text, please")


class View(MethodView):
    def __init__(self, db_path):
        self.db_path = db_path

    def dispatch_request(self, **kwargs):
        with opened(self.db_path) as diary:
            return super().dispatch_request(diary=diary, **kwargs)


class Entries(View):
    def get(self, diary):
        return jsonify(diary.all())

    def post(self, diary):
        return diary.one("INSERT INTO entries (member_id, text) VALUES (:member, :text) RETURNING id, text", text=sent_text()), 201


class Entry(View):
    def get(self, diary, entry):
        return diary.one("SELECT id, text FROM entries WHERE id = :entry AND member_id = :member", entry=entry)

    def put(self, diary, entry):
        self.get(diary, entry)
        return diary.one("UPDATE entries SET text = :text WHERE id = :entry AND member_id = :member RETURNING id, text",
                         entry=entry, text=sent_text())

    def delete(self, diary, entry):
        diary.one("DELETE FROM entries WHERE id = :entry AND member_id = :member RETURNING id, text", entry=entry)
        return "", 204


def create_app(db_path):
    app = Flask(__name__)
    app.add_url_rule("/entries", view_func=Entries.as_view("entries", db_path))
    app.add_url_rule("/entries/<int:entry>", view_func=Entry.as_view("entry", db_path))
    return app
