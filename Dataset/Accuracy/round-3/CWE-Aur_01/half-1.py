import sqlite3
from contextlib import closing
from functools import wraps

from flask import Flask, abort, jsonify, request


def create_app(db_path):
    app = Flask(__name__)
    known = {}

    def run(sql, *values):
        with closing(sqlite3.connect(db_path)) as db, db:
            cursor = db.execute(sql, values)
            return cursor.fetchall(), cursor

    def member_of(token):
        if token not in known:
            rows, _ = run("SELECT id FROM members WHERE token = ?", token)
            if not rows:
                return None
            known[token] = rows[0][0]
        return known[token]

    def for_members(view):
        @wraps(view)
        def wrapper(**values):
            scheme, _, token = request.headers.get("Authorization", "").partition(" ")
            member = member_of(token.strip()) if scheme.lower() == "bearer" and token.strip() else None
            if member is None:
                abort(401)
            return view(member, **values)
        return wrapper

    def text_of_body():
        body = request.get_json(silent=True)
        if not isinstance(body, dict) or not isinstance(body.get("text"), str):
            abort(400)
        return body["text"]

    def entry_or_404(member, entry_id):
        rows, _ = run("SELECT id, text FROM entries WHERE id = ? AND member_id = ?", entry_id, member)
        if not rows:
            abort(404)
        return {"id": rows[0][0], "text": rows[0][1]}

    @app.get("/entries")
    @for_members
    def all_entries(member):
        rows, _ = run("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", member)
        return jsonify([{"id": i, "text": text} for i, text in rows])

    @app.post("/entries")
    @for_members
    def add(member):
        text = text_of_body()
        _, cursor = run("INSERT INTO entries (member_id, text) VALUES (?, ?)", member, text)
        return {"id": cursor.lastrowid, "text": text}, 201

    @app.get("/entries/<int:entry_id>")
    @for_members
    def show(member, entry_id):
        return entry_or_404(member, entry_id)

    @app.put("/entries/<int:entry_id>")
    @for_members
    def change(member, entry_id):
        entry_or_404(member, entry_id)
        run("UPDATE entries SET text = ? WHERE id = ? AND member_id = ?", text_of_body(), entry_id, member)
        return entry_or_404(member, entry_id)

    @app.delete("/entries/<int:entry_id>")
    @for_members
    def remove(member, entry_id):
        entry_or_404(member, entry_id)
        run("DELETE FROM entries WHERE id = ? AND member_id = ?", entry_id, member)
        return "", 204

    return app
