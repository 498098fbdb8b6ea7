import sqlite3
from functools import wraps

from flask import Flask, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    def with_member(view):
        @wraps(view)
        def wrapper(**kwargs):
            header = request.headers.get("Authorization", "")
            token = header[7:].strip() if header.startswith("Bearer ") else ""
            if kwargs.get("entry_id", 0) >= 2**63:
                kwargs["entry_id"] = -1
            db = sqlite3.connect(db_path)
            db.row_factory = sqlite3.Row
            try:
                member = db.execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone() if token else None
                if member is None:
                    return jsonify(error="unknown token"), 401
                with db:
                    return view(db, member["id"], **kwargs)
            finally:
                db.close()
        return wrapper

    def missing():
        return jsonify(error="not found"), 404

    @app.get("/entries")
    @with_member
    def list_entries(db, member):
        rows = db.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (member,))
        return jsonify([dict(row) for row in rows])

    @app.post("/entries")
    @with_member
    def add_entry(db, member):
        text = (request.get_json(silent=True) or {}).get("text")
        if not isinstance(text, str):
            return jsonify(error="text is missing"), 400
        cursor = db.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)", (member, text))
        return jsonify(id=cursor.lastrowid, text=text), 201

    @app.get("/entries/<int:entry_id>")
    @with_member
    def get_entry(db, member, entry_id):
        row = db.execute("SELECT id, text FROM entries WHERE id = ? AND member_id = ?", (entry_id, member)).fetchone()
        return jsonify(dict(row)) if row else missing()

    @app.put("/entries/<int:entry_id>")
    @with_member
    def put_entry(db, member, entry_id):
        body = request.get_json(silent=True) or {}
        changes = {key: body[key] for key in ("text",) if isinstance(body.get(key), str)}
        for key, value in changes.items():
            done = db.execute(f"UPDATE entries SET {key} = ? WHERE id = ? AND member_id = ?", (value, entry_id, member))
            if done.rowcount == 0:
                return missing()
        row = db.execute("SELECT id, text FROM entries WHERE id = ?", (entry_id,)).fetchone()
        return jsonify(dict(row)) if row else missing()

    @app.delete("/entries/<int:entry_id>")
    @with_member
    def delete_entry(db, member, entry_id):
        done = db.execute("DELETE FROM entries WHERE id = ? AND member_id = ?", (entry_id, member))
        return ("", 204) if done.rowcount else missing()

    return app
