"""The diaries of the allotment garden."""

import sqlite3
from contextlib import closing

from flask import Flask, abort, g, jsonify, request

LARGEST_ID = 2**63 - 1


def create_app(db_path):
    app = Flask(__name__)
    # The turn to the members' table is saved for tokens that were seen already; unknown tokens are
    # looked up each time, as members join now and then.
    known = {}

    def database():
        db = sqlite3.connect(db_path, timeout=20)
        db.row_factory = sqlite3.Row
        return closing(db)

    def member_of(token):
        if token not in known:
            with database() as db:
                row = db.execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
            if row is None:
                return None
            known[token] = row["id"]
        return known[token]

    @app.before_request
    def authenticate():
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        g.member = member_of(token) if kind == "Bearer" and token else None
        if g.member is None:
            abort(401)

    def own_entry(db, entry_id):
        if entry_id > LARGEST_ID:
            abort(404)
        entry = db.execute(
            "SELECT id, text FROM entries WHERE id = ? AND member_id = ?", (entry_id, g.member)
        ).fetchone()
        if entry is None:
            abort(404)
        return dict(entry)

    def new_text():
        body = request.get_json(silent=True)
        if not isinstance(body, dict) or not isinstance(body.get("text"), str):
            abort(400)
        return body["text"]

    @app.get("/entries")
    def list_entries():
        with database() as db:
            rows = db.execute(
                "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (g.member,)
            )
            return jsonify([dict(row) for row in rows])

    @app.post("/entries")
    def add_entry():
        text = new_text()
        with database() as db, db:
            cursor = db.execute(
                "INSERT INTO entries (member_id, text) VALUES (?, ?)", (g.member, text)
            )
            return jsonify(id=cursor.lastrowid, text=text), 201

    @app.get("/entries/<int:entry_id>")
    def show_entry(entry_id):
        with database() as db:
            return jsonify(own_entry(db, entry_id))

    @app.put("/entries/<int:entry_id>")
    def change_entry(entry_id):
        with database() as db, db:
            entry = own_entry(db, entry_id)
            text = new_text()
            db.execute(
                "UPDATE entries SET text = ? WHERE id = ? AND member_id = ?",
                (text, entry["id"], g.member),
            )
            return jsonify(id=entry["id"], text=text)

    @app.delete("/entries/<int:entry_id>")
    def remove_entry(entry_id):
        with database() as db, db:
            own_entry(db, entry_id)
            db.execute("DELETE FROM entries WHERE id = ? AND member_id = ?", (entry_id, g.member))
        return "", 204

    return app
