import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request
from flask.views import MethodView


def create_app(db_path):
    app = Flask(__name__)

    def query(sql, *args):
        with closing(sqlite3.connect(db_path)) as db, db:
            db.row_factory = sqlite3.Row
            return [dict(row) for row in db.execute(sql, args).fetchall()]

    def member():
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        found = query("SELECT id FROM members WHERE token = ?", token)
        if kind != "Bearer" or not found:
            abort(401)
        return found[0]["id"]

    class Diary(MethodView):
        def get(self):
            sql = "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id"
            return jsonify(query(sql, member()))

        def post(self):
            sql = "INSERT INTO entries (member_id, text) VALUES (?, ?) RETURNING id, text"
            return jsonify(query(sql, member(), request.json["text"])[0]), 201

    class Entry(MethodView):
        def get(self, entry_id):
            sql = "SELECT id, text FROM entries WHERE id = ? AND member_id = ?"
            rows = query(sql, entry_id, member())
            if not rows:
                abort(404)
            return jsonify(rows[0])

        def put(self, entry_id):
            member()
            query("UPDATE entries SET text = ? WHERE id = ?", request.json["text"], entry_id)
            return self.get(entry_id)

        def delete(self, entry_id):
            self.get(entry_id)
            query("DELETE FROM entries WHERE id = ?", entry_id)
            return "", 204

    app.add_url_rule("/entries", view_func=Diary.as_view("diary"))
    app.add_url_rule("/entries/<int:entry_id>", view_func=Entry.as_view("entry"))
    return app
