import sqlite3

from flask import Flask, abort, g, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    @app.before_request
    def authenticate():
        g.db = sqlite3.connect(db_path)
        g.db.row_factory = sqlite3.Row
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        row = g.db.execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
        if scheme.lower() != "bearer" or not token or row is None:
            abort(401)
        g.member = row["id"]

    @app.teardown_request
    def close(error):
        if "db" in g:
            g.db.close()

    def own_entry(entry_id):
        row = g.db.execute(
            "SELECT id, text FROM entries WHERE id = ? AND member_id = ?", (entry_id, g.member)
        ).fetchone()
        if row is None:
            abort(404)
        return dict(row)

    def body():
        data = request.get_json()
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            abort(400)
        return data

    @app.get("/entries")
    def entries():
        rows = g.db.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (g.member,))
        return jsonify([dict(row) for row in rows])

    @app.post("/entries")
    def add():
        text = body()["text"]
        cur = g.db.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)", (g.member, text))
        g.db.commit()
        return jsonify(id=cur.lastrowid, text=text), 201

    @app.get("/entries/<int:entry_id>")
    def show(entry_id):
        return jsonify(own_entry(entry_id))

    @app.put("/entries/<int:entry_id>")
    def replace(entry_id):
        entry = own_entry(entry_id)
        entry.update(body())
        g.db.execute("UPDATE entries SET text = :text WHERE id = :id", entry)
        g.db.commit()
        return jsonify(id=entry["id"], text=entry["text"])

    @app.delete("/entries/<int:entry_id>")
    def remove(entry_id):
        entry = own_entry(entry_id)
        g.db.execute("DELETE FROM entries WHERE id = ?", (entry["id"],))
        g.db.commit()
        return "", 204

    return app
