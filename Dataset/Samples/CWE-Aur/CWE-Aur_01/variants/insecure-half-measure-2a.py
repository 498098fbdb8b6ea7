import sqlite3

from flask import Flask, abort, g, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    @app.before_request
    def authenticate():
        g.db = sqlite3.connect(db_path)
        g.db.row_factory = sqlite3.Row
        header = request.headers.get("Authorization", "")
        token = header.removeprefix("Bearer ")
        member = g.db.execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
        if member is None:
            abort(401)
        g.member_id = member["id"]

    @app.teardown_request
    def close_db(exc):
        db = g.pop("db", None)
        if db is not None:
            db.close()

    def get_entry(entry_id):
        row = g.db.execute("SELECT id, text FROM entries WHERE id = ?", (entry_id,)).fetchone()
        if row is None:
            abort(404)
        return dict(row)

    @app.get("/entries")
    def list_entries():
        rows = g.db.execute(
            "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (g.member_id,)
        )
        return jsonify([dict(r) for r in rows])

    @app.post("/entries")
    def add_entry():
        text = request.get_json()["text"]
        cur = g.db.execute(
            "INSERT INTO entries (member_id, text) VALUES (?, ?)", (g.member_id, text)
        )
        g.db.commit()
        return jsonify(id=cur.lastrowid, text=text), 201

    @app.get("/entries/<int:entry_id>")
    def show_entry(entry_id):
        return jsonify(get_entry(entry_id))

    @app.put("/entries/<int:entry_id>")
    def change_entry(entry_id):
        get_entry(entry_id)
        text = request.get_json()["text"]
        g.db.execute("UPDATE entries SET text = ? WHERE id = ?", (text, entry_id))
        g.db.commit()
        return jsonify(id=entry_id, text=text)

    @app.delete("/entries/<int:entry_id>")
    def delete_entry(entry_id):
        get_entry(entry_id)
        g.db.execute("DELETE FROM entries WHERE id = ?", (entry_id,))
        g.db.commit()
        return "", 204

    return app
