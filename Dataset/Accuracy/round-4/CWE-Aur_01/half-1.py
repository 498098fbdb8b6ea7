import sqlite3
from contextlib import closing

from flask import Flask, abort, g, jsonify, request


def create_app(db_path):
    app = Flask(__name__)
    owners = {}

    def run(sql, *args):
        with closing(sqlite3.connect(db_path)) as db, db:
            cursor = db.execute(sql, args)
            return cursor.fetchall() or cursor.lastrowid

    @app.before_request
    def authenticate():
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        rows = run("SELECT id FROM members WHERE token = ?", token) if scheme == "Bearer" and token else None
        if not isinstance(rows, list):
            return jsonify(error="unauthorized"), 401
        g.member = rows[0][0]

    def own(entry_id):
        if entry_id > 2**63 - 1:
            abort(404)
        if entry_id not in owners:
            rows = run("SELECT member_id FROM entries WHERE id = ?", entry_id)
            if not isinstance(rows, list):
                abort(404)
            owners[entry_id] = rows[0][0]
        if owners[entry_id] != g.member:
            abort(404)
        rows = run("SELECT id, text FROM entries WHERE id = ?", entry_id)
        if not isinstance(rows, list):
            abort(404)
        return dict(zip(("id", "text"), rows[0]))

    def body_text():
        body = request.get_json(silent=True)
        if not isinstance(body, dict) or not isinstance(body.get("text"), str):
            abort(400)
        return body["text"]

    @app.get("/entries")
    def index():
        rows = run("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", g.member)
        return jsonify([{"id": i, "text": t} for i, t in rows] if isinstance(rows, list) else [])

    @app.post("/entries")
    def add():
        text = body_text()
        new_id = run("INSERT INTO entries (member_id, text) VALUES (?, ?)", g.member, text)
        return jsonify(id=new_id, text=text), 201

    @app.get("/entries/<int:entry_id>")
    def show(entry_id):
        return jsonify(own(entry_id))

    @app.put("/entries/<int:entry_id>")
    def change(entry_id):
        own(entry_id)
        text = body_text()
        run("UPDATE entries SET text = ? WHERE id = ?", text, entry_id)
        return jsonify(id=entry_id, text=text)

    @app.delete("/entries/<int:entry_id>")
    def remove(entry_id):
        own(entry_id)
        run("DELETE FROM entries WHERE id = ?", entry_id)
        return "", 204

    return app
