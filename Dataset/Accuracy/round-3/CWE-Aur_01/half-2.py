import sqlite3

from flask import Flask, abort, g, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    @app.before_request
    def find_member():
        g.db = sqlite3.connect(db_path)
        g.db.row_factory = sqlite3.Row
        authorization = request.authorization
        token = authorization.token if authorization and authorization.type == "bearer" else None
        g.member = token and g.db.execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
        if not g.member:
            abort(401)

    @app.teardown_request
    def close(error):
        if "db" in g:
            g.db.close()

    def own_entry(entry_id):
        row = g.db.execute("SELECT id, text FROM entries WHERE id = ? AND member_id = ?",
                           (entry_id, g.member["id"])).fetchone()
        return dict(row) if row else abort(404)

    def body():
        data = request.get_json()
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            abort(400)
        return data

    @app.get("/entries")
    def entries():
        rows = g.db.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (g.member["id"],))
        return jsonify([dict(row) for row in rows])

    @app.post("/entries")
    def add():
        text = body()["text"]
        with g.db:
            cursor = g.db.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)", (g.member["id"], text))
        return own_entry(cursor.lastrowid), 201

    @app.get("/entries/<int:entry_id>")
    def show(entry_id):
        return own_entry(entry_id)

    @app.put("/entries/<int:entry_id>")
    def change(entry_id):
        entry = own_entry(entry_id)
        entry.update(body())
        with g.db:
            g.db.execute("UPDATE entries SET text = :text WHERE id = :id", entry)
        return own_entry(entry_id)

    @app.delete("/entries/<int:entry_id>")
    def remove(entry_id):
        entry = own_entry(entry_id)
        with g.db:
            g.db.execute("DELETE FROM entries WHERE id = :id", entry)
        return "", 204

    return app
