import sqlite3
from contextlib import closing

from flask import Flask, Response, request
from flask.views import MethodView


class Diary:
    """The diary of one member: nothing else is reachable through it."""

    def __init__(self, db, member_id):
        self.db = db
        self.member_id = member_id

    def all(self):
        query = "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id ASC"
        return [{"id": row[0], "text": row[1]} for row in self.db.execute(query, [self.member_id])]

    def get(self, entry_id):
        return next((entry for entry in self.all() if entry["id"] == entry_id), None)

    def add(self, text):
        return self.db.execute("INSERT INTO entries(member_id, text) VALUES(?, ?)", [self.member_id, text]).lastrowid

    def change(self, entry_id, text):
        query = "UPDATE entries SET text = ? WHERE id = ? AND member_id = ?"
        return self.db.execute(query, [text, entry_id, self.member_id]).rowcount == 1

    def remove(self, entry_id):
        query = "DELETE FROM entries WHERE id = ? AND member_id = ?"
        return self.db.execute(query, [entry_id, self.member_id]).rowcount == 1


def create_app(db_path: str) -> Flask:
    app = Flask("diary")

    class Entries(MethodView):
        def dispatch_request(self, **arguments):
            with closing(sqlite3.connect(db_path)) as db, db:
                header = request.headers.get("Authorization", "")
                if not header.startswith("Bearer "):
                    return {"message": "token missing"}, 401
                found = db.execute("SELECT id FROM members WHERE token = ?", [header[7:]]).fetchall()
                if len(found) != 1:
                    return {"message": "token unknown"}, 401
                self.diary = Diary(db, found[0][0])
                return super().dispatch_request(**arguments)

        def get(self, entry_id=None):
            if entry_id is None:
                return self.diary.all()
            return self.diary.get(entry_id) or ({"message": "no such entry"}, 404)

        def post(self):
            text = request.get_json(force=True).get("text", "")
            return {"id": self.diary.add(text), "text": text}, 201

        def put(self, entry_id):
            text = request.get_json(force=True).get("text", "")
            if not self.diary.change(entry_id, text):
                return {"message": "no such entry"}, 404
            return {"id": entry_id, "text": text}

        def delete(self, entry_id):
            return Response(status=204 if self.diary.remove(entry_id) else 404)

    view = Entries.as_view("entries")
    app.add_url_rule("/entries", view_func=view, methods=["GET", "POST"])
    app.add_url_rule("/entries/<int:entry_id>", view_func=view, methods=["GET", "PUT", "DELETE"])
    return app
