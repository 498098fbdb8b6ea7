import functools
import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request

ENTRY = "id = :id AND member_id = :member"


def create_app(db_path):
    app = Flask(__name__)

    def run(sql, **values):
        with closing(sqlite3.connect(db_path)) as db, db:
            cursor = db.execute(sql, values)
            return cursor.fetchall() or cursor.lastrowid if sql.startswith("INSERT") else \
                cursor.fetchall() if sql.startswith("SELECT") else cursor.rowcount

    def member():
        """The member of the token, or None; a header in another form has no token."""
        header = request.headers.get("Authorization", "")
        if header and not header.startswith("Bearer "):
            return None
        found = run("SELECT id FROM members WHERE token = :token", token=header.removeprefix("Bearer "))
        return found[0][0] if found else None

    def for_members(view):
        @functools.wraps(view)
        def wrapper(**kwargs):
            who = member()
            if who is None:
                abort(401)
            if kwargs.get("id", 0) > 2 ** 63 - 1:
                abort(404)
            return view(who, **kwargs)
        return wrapper

    def text():
        body = request.get_json(silent=True)
        text = body.get("text") if isinstance(body, dict) else None
        return text if isinstance(text, str) else abort(400)

    @app.get("/entries")
    @for_members
    def index(who):
        rows = run("SELECT id, text FROM entries WHERE member_id = :member ORDER BY id", member=who)
        return jsonify([dict(zip(("id", "text"), row)) for row in rows])

    @app.post("/entries")
    @for_members
    def add(who):
        new = text()
        number = run("INSERT INTO entries (member_id, text) VALUES (:member, :text)", member=who, text=new)
        return {"id": number, "text": new}, 201

    @app.get("/entries/<int:id>")
    @for_members
    def show(who, id):
        rows = run(f"SELECT id, text FROM entries WHERE {ENTRY}", id=id, member=who)
        return {"id": rows[0][0], "text": rows[0][1]} if rows else abort(404)

    @app.put("/entries/<int:id>")
    @for_members
    def change(who, id):
        new = text()
        if not run(f"UPDATE entries SET text = :text WHERE {ENTRY}", text=new, id=id, member=who):
            abort(404)
        return {"id": id, "text": new}

    @app.delete("/entries/<int:id>")
    @for_members
    def remove(who, id):
        if not run(f"DELETE FROM entries WHERE {ENTRY}", id=id, member=who):
            abort(404)
        return "", 204

    return app
