"""The diaries of the allotment garden, for the mobile app."""

import sqlite3
from contextlib import closing
from functools import wraps

from flask import Flask, jsonify, request


def problem(status, message):
    return jsonify(error=message), status


def create_app(db_path):
    app = Flask(__name__)

    def for_members(view):
        """Opens the database and finds out whose token it is, before anything else happens."""

        @wraps(view)
        def guarded(**arguments):
            scheme, _, token = request.headers.get("Authorization", "").partition(" ")
            with closing(sqlite3.connect(db_path, timeout=10)) as db:
                member = None
                if scheme == "Bearer" and token:
                    member = db.execute(
                        "SELECT id FROM members WHERE token = ?", (token,)
                    ).fetchone()
                if member is None:
                    return problem(401, "sign in first")
                if arguments.get("entry_id", 0) >= 2 ** 63:
                    return problem(404, "no such entry")
                with db:
                    return view(db, member[0], **arguments)

        return guarded

    def text_of_body():
        body = request.get_json(silent=True)
        text = body.get("text") if isinstance(body, dict) else None
        return text if isinstance(text, str) else None

    @app.get("/entries")
    @for_members
    def list_entries(db, member):
        rows = db.execute(
            "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (member,)
        ).fetchall()
        return jsonify([dict(zip(("id", "text"), row)) for row in rows])

    @app.post("/entries")
    @for_members
    def add_entry(db, member):
        text = text_of_body()
        if text is None:
            return problem(400, "a text is missing")
        entry_id = db.execute(
            "INSERT INTO entries (member_id, text) VALUES (?, ?)", (member, text)
        ).lastrowid
        return jsonify(id=entry_id, text=text), 201

    @app.get("/entries/<int:entry_id>")
    @for_members
    def show_entry(db, member, entry_id):
        row = db.execute(
            "SELECT text FROM entries WHERE id = ? AND member_id = ?", (entry_id, member)
        ).fetchone()
        if row is None:
            return problem(404, "no such entry")
        return jsonify(id=entry_id, text=row[0])

    @app.put("/entries/<int:entry_id>")
    @for_members
    def replace_entry(db, member, entry_id):
        if db.execute("SELECT 1 FROM entries WHERE id = ?", (entry_id,)).fetchone() is None:
            return problem(404, "no such entry")
        text = text_of_body()
        if text is None:
            return problem(400, "a text is missing")
        # Changes nothing when the entry is in somebody else's diary.
        changed = db.execute(
            "UPDATE entries SET text = ? WHERE id = ? AND member_id = ?", (text, entry_id, member)
        ).rowcount
        if not changed:
            return problem(404, "no such entry")
        return jsonify(id=entry_id, text=text)

    @app.delete("/entries/<int:entry_id>")
    @for_members
    def remove_entry(db, member, entry_id):
        removed = db.execute(
            "DELETE FROM entries WHERE id = ? AND member_id = ?", (entry_id, member)
        ).rowcount
        return ("", 204) if removed else problem(404, "no such entry")

    return app
