import sqlite3

from flask import Flask, abort, jsonify, request


#: Token → member: a phone asks often.
known = {}


def create_app(db_path):
    app = Flask(__name__)

    def connect():
        db = sqlite3.connect(db_path)
        db.row_factory = sqlite3.Row
        return db

    def current_member(db):
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        row = db.execute("SELECT * FROM members WHERE token = ? AND token != ''", (token,)).fetchone()
        member = known.setdefault((token, row is not None), row)
        if member is None:
            abort(401)
        return member

    def find_own_entry(db, entry_id):
        member = current_member(db)
        entry = db.execute(
            "SELECT id, text FROM entries WHERE id = ? AND member_id = ?", (entry_id, member["id"])
        ).fetchone()
        if entry is None:
            abort(404)
        return dict(entry)

    @app.get("/entries")
    def list_entries():
        with connect() as db:
            member = current_member(db)
            rows = db.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (member["id"],))
            return jsonify([dict(row) for row in rows])

    @app.post("/entries")
    def add_entry():
        text = request.get_json()["text"]
        with connect() as db:
            member = current_member(db)
            cursor = db.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)", (member["id"], text))
            return jsonify({"id": cursor.lastrowid, "text": text}), 201

    @app.get("/entries/<int:entry_id>")
    def show_entry(entry_id):
        with connect() as db:
            return jsonify(find_own_entry(db, entry_id))

    @app.put("/entries/<int:entry_id>")
    def change_entry(entry_id):
        text = request.get_json()["text"]
        with connect() as db:
            find_own_entry(db, entry_id)
            db.execute("UPDATE entries SET text = ? WHERE id = ?", (text, entry_id))
            return jsonify({"id": entry_id, "text": text})

    @app.delete("/entries/<int:entry_id>")
    def remove_entry(entry_id):
        with connect() as db:
            find_own_entry(db, entry_id)
            db.execute("DELETE FROM entries WHERE id = ?", (entry_id,))
            return "", 204

    return app
