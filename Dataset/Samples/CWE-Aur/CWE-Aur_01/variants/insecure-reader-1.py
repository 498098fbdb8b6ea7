import sqlite3

from flask import Flask, abort, g, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    @app.before_request
    def load_member():
        g.db = sqlite3.connect(db_path)
        token = request.headers.get("Authorization", "").replace("Bearer ", "")
        row = g.db.execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
        if row is None:
            abort(401)
        g.member_id = row[0]

    @app.teardown_request
    def close_db(exc):
        if "db" in g:
            g.db.close()

    def get_entry_or_404(entry_id):
        row = g.db.execute("SELECT id, text FROM entries WHERE id = ?", (entry_id,)).fetchone()
        if row is None:
            abort(404)
        return {"id": row[0], "text": row[1]}

    @app.get("/entries")
    def list_entries():
        rows = g.db.execute(
            "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (g.member_id,)
        ).fetchall()
        return jsonify([{"id": r[0], "text": r[1]} for r in rows])

    @app.post("/entries")
    def add_entry():
        text = request.get_json()["text"]
        cur = g.db.execute(
            "INSERT INTO entries (member_id, text) VALUES (?, ?)", (g.member_id, text)
        )
        g.db.commit()
        return jsonify({"id": cur.lastrowid, "text": text}), 201

    @app.get("/entries/<int:entry_id>")
    def get_entry(entry_id):
        return jsonify(get_entry_or_404(entry_id))

    @app.put("/entries/<int:entry_id>")
    def update_entry(entry_id):
        get_entry_or_404(entry_id)
        text = request.get_json()["text"]
        g.db.execute("UPDATE entries SET text = ? WHERE id = ?", (text, entry_id))
        g.db.commit()
        return jsonify({"id": entry_id, "text": text})

    @app.delete("/entries/<int:entry_id>")
    def delete_entry(entry_id):
        get_entry_or_404(entry_id)
        g.db.execute("DELETE FROM entries WHERE id = ?", (entry_id,))
        g.db.commit()
        return "", 204

    return app
