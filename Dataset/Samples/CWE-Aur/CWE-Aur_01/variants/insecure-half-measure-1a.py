import sqlite3

from flask import Flask, abort, g, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    @app.before_request
    def authenticate():
        g.db = sqlite3.connect(db_path)
        g.db.row_factory = sqlite3.Row
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        g.member = g.db.execute("SELECT * FROM members WHERE token = ?", (token,)).fetchone()
        if g.member is None:
            abort(401)

    @app.teardown_request
    def close(error):
        if "db" in g:
            g.db.close()

    def get_entry(entry_id):
        entry = g.db.execute("SELECT id, text FROM entries WHERE id = ?", (entry_id,)).fetchone()
        if entry is None:
            abort(404)
        return dict(entry)

    @app.get("/entries")
    def list_entries():
        rows = g.db.execute(
            "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (g.member["id"],)
        )
        return jsonify([dict(row) for row in rows])

    @app.post("/entries")
    def add_entry():
        text = request.get_json()["text"]
        cursor = g.db.execute(
            "INSERT INTO entries (member_id, text) VALUES (?, ?)", (g.member["id"], text)
        )
        g.db.commit()
        return jsonify(id=cursor.lastrowid, text=text), 201

    @app.get("/entries/<int:entry_id>")
    def show_entry(entry_id):
        return jsonify(get_entry(entry_id))

    @app.put("/entries/<int:entry_id>")
    def change_entry(entry_id):
        get_entry(entry_id)
        g.db.execute(
            "UPDATE entries SET text = ? WHERE id = ?", (request.get_json()["text"], entry_id)
        )
        g.db.commit()
        return jsonify(get_entry(entry_id))

    @app.delete("/entries/<int:entry_id>")
    def delete_entry(entry_id):
        get_entry(entry_id)
        g.db.execute("DELETE FROM entries WHERE id = ?", (entry_id,))
        g.db.commit()
        return "", 204

    return app
