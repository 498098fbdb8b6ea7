import functools
import sqlite3
from contextlib import closing

from flask import Flask, jsonify, request

MAX_ID = 2**63 - 1


class Refusal(Exception):
    def __init__(self, status):
        self.status = status


def create_app(db_path):
    app = Flask(__name__)

    @app.errorhandler(Refusal)
    def refuse(error):
        return jsonify({"error": "refused"}), error.status

    def for_member(view):
        """Finds out the member first; the view gets the connection and her id."""
        @functools.wraps(view)
        def guarded(**kwargs):
            scheme, _, token = request.headers.get("Authorization", "").partition(" ")
            token = token.strip()
            if scheme.lower() != "bearer" or not token:
                raise Refusal(401)
            with closing(sqlite3.connect(db_path)) as db:
                row = db.execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
                if row is None:
                    raise Refusal(401)
                if kwargs.get("entry_id", 0) > MAX_ID:
                    raise Refusal(404)
                with db:
                    return view(db, row[0], **kwargs)
        return guarded

    def new_text():
        data = request.get_json(silent=True)
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            raise Refusal(400)
        return data["text"]

    @app.get("/entries")
    @for_member
    def list_entries(db, member):
        rows = db.execute(
            "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (member,))
        return jsonify([{"id": i, "text": t} for i, t in rows])

    @app.post("/entries")
    @for_member
    def add_entry(db, member):
        text = new_text()
        cursor = db.execute(
            "INSERT INTO entries (member_id, text) VALUES (?, ?)", (member, text))
        return jsonify({"id": cursor.lastrowid, "text": text}), 201

    @app.get("/entries/<int:entry_id>")
    @for_member
    def show_entry(db, member, entry_id):
        row = db.execute("SELECT id, text FROM entries WHERE id = ? AND member_id = ?",
                         (entry_id, member)).fetchone()
        if row is None:
            raise Refusal(404)
        return jsonify({"id": row[0], "text": row[1]})

    @app.put("/entries/<int:entry_id>")
    @for_member
    def change_entry(db, member, entry_id):
        text = new_text()
        cursor = db.execute("UPDATE entries SET text = ? WHERE id = ? AND member_id = ?",
                            (text, entry_id, member))
        if cursor.rowcount != 1:
            raise Refusal(404)
        return jsonify({"id": entry_id, "text": text})

    @app.delete("/entries/<int:entry_id>")
    @for_member
    def remove_entry(db, member, entry_id):
        cursor = db.execute("DELETE FROM entries WHERE id = ? AND member_id = ?",
                            (entry_id, member))
        if cursor.rowcount != 1:
            raise Refusal(404)
        return "", 204

    return app
