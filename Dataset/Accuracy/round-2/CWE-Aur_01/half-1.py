import sqlite3
from contextlib import closing

from flask import Flask, abort, g, jsonify, request

LARGEST_ID = 2 ** 63 - 1


def create_app(db_path):
    app = Flask(__name__)
    members_by_token = {}

    def query(sql, *parameters):
        with closing(sqlite3.connect(db_path)) as db, db:
            cursor = db.execute(sql, parameters)
            return cursor.fetchall(), cursor.rowcount, cursor.lastrowid

    def member_of(token):
        if token not in members_by_token:
            rows, _, _ = query("SELECT id FROM members WHERE token = ?", token)
            if len(rows) != 1:
                return None
            members_by_token[token] = rows[0][0]
        return members_by_token[token]

    @app.before_request
    def authenticate():
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        g.member = member_of(token) if scheme == "Bearer" and token else None
        if g.member is None:
            abort(401)
        if (request.view_args or {}).get("id", 0) > LARGEST_ID:
            abort(404)

    def sent_text():
        body = request.get_json(silent=True)
        if not isinstance(body, dict) or not isinstance(body.get("text"), str):
            abort(400)
        return body["text"]

    def entry(id, text):
        return {"id": id, "text": text}

    @app.get("/entries")
    def all_entries():
        rows, _, _ = query("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", g.member)
        return jsonify([entry(*row) for row in rows])

    @app.post("/entries")
    def add():
        text = sent_text()
        _, _, id = query("INSERT INTO entries (member_id, text) VALUES (?, ?)", g.member, text)
        return jsonify(entry(id, text)), 201

    @app.get("/entries/<int:id>")
    def show(id):
        rows, _, _ = query("SELECT id, text FROM entries WHERE id = ? AND member_id = ?", id, g.member)
        if not rows:
            abort(404)
        return jsonify(entry(*rows[0]))

    @app.put("/entries/<int:id>")
    def change(id):
        text = sent_text()
        _, changed, _ = query("UPDATE entries SET text = ? WHERE id = ? AND member_id = ?",
                              text, id, g.member)
        if not changed:
            abort(404)
        return jsonify(entry(id, text))

    @app.delete("/entries/<int:id>")
    def remove(id):
        _, removed, _ = query("DELETE FROM entries WHERE id = ? AND member_id = ?", id, g.member)
        if not removed:
            abort(404)
        return "", 204

    return app
