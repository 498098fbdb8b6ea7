import sqlite3

from flask import Flask, abort, g, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    def get_db():
        if "db" not in g:
            g.db = sqlite3.connect(db_path)
            g.db.row_factory = sqlite3.Row
        return g.db

    @app.teardown_appcontext
    def close_db(error):
        db = g.pop("db", None)
        if db is not None:
            db.close()

    def current_member():
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        row = get_db().execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
        if row is None:
            abort(401)
        return row["id"]

    def get_entry_or_404(entry_id):
        row = get_db().execute(
            "SELECT id, text FROM entries WHERE id = ?", (entry_id,)
        ).fetchone()
        if row is None:
            abort(404)
        return dict(row)

    @app.get("/entries")
    def list_entries():
        rows = get_db().execute(
            "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (current_member(),)
        )
        return jsonify([dict(row) for row in rows])

    @app.post("/entries")
    def add_entry():
        text = request.get_json()["text"]
        cursor = get_db().execute(
            "INSERT INTO entries (member_id, text) VALUES (?, ?)", (current_member(), text)
        )
        get_db().commit()
        return jsonify({"id": cursor.lastrowid, "text": text}), 201

    @app.get("/entries/<int:entry_id>")
    def show_entry(entry_id):
        current_member()
        return jsonify(get_entry_or_404(entry_id))

    @app.put("/entries/<int:entry_id>")
    def change_entry(entry_id):
        current_member()
        get_entry_or_404(entry_id)
        text = request.get_json()["text"]
        get_db().execute("UPDATE entries SET text = ? WHERE id = ?", (text, entry_id))
        get_db().commit()
        return jsonify({"id": entry_id, "text": text})

    @app.delete("/entries/<int:entry_id>")
    def delete_entry(entry_id):
        current_member()
        get_entry_or_404(entry_id)
        get_db().execute("DELETE FROM entries WHERE id = ?", (entry_id,))
        get_db().commit()
        return "", 204

    return app
