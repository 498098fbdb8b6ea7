"""The diaries of the allotment garden, for the mobile app."""

import sqlite3

from flask import Flask, abort, g, jsonify, request

_LARGEST_ID = 2 ** 63 - 1


def create_app(db_path):
    app = Flask(__name__)
    # The app sends several requests for each screen; the table of members is asked once per token.
    # Only tokens that were found are kept.
    known = {}

    def db():
        if "db" not in g:
            g.db = sqlite3.connect(db_path, timeout=10)
        return g.db

    @app.teardown_appcontext
    def close(_):
        connection = g.pop("db", None)
        if connection is not None:
            connection.close()

    def member_of(token):
        if token not in known:
            row = db().execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
            if row is None:
                return None
            known[token] = row[0]
        return known[token]

    @app.before_request
    def authenticate():
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        token = token.strip()
        g.member = member_of(token) if scheme.lower() == "bearer" and token else None
        if g.member is None:
            return jsonify(error="unknown token"), 401, {"WWW-Authenticate": "Bearer"}
        return None

    def sent_text():
        body = request.get_json(silent=True)
        if not isinstance(body, dict) or not isinstance(body.get("text"), str):
            abort(400)
        return body["text"]

    def own(entry_id):
        """The entry, if it is in the diary of the member who asks."""
        if entry_id > _LARGEST_ID:
            abort(404)
        row = db().execute(
            "SELECT id, text FROM entries WHERE id = ? AND member_id = ?", (entry_id, g.member)
        ).fetchone()
        if row is None:
            abort(404)
        return {"id": row[0], "text": row[1]}

    @app.get("/entries")
    def index():
        rows = db().execute(
            "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (g.member,)
        )
        return jsonify([{"id": entry_id, "text": text} for entry_id, text in rows])

    @app.post("/entries")
    def add():
        text = sent_text()
        with db() as connection:
            cursor = connection.execute(
                "INSERT INTO entries (member_id, text) VALUES (?, ?)", (g.member, text)
            )
        return jsonify(id=cursor.lastrowid, text=text), 201

    @app.get("/entries/<int:entry_id>")
    def show(entry_id):
        return jsonify(own(entry_id))

    @app.put("/entries/<int:entry_id>")
    def change(entry_id):
        own(entry_id)
        text = sent_text()
        with db() as connection:
            connection.execute(
                "UPDATE entries SET text = ? WHERE id = ? AND member_id = ?",
                (text, entry_id, g.member),
            )
        return jsonify(own(entry_id))

    @app.delete("/entries/<int:entry_id>")
    def remove(entry_id):
        own(entry_id)
        with db() as connection:
            connection.execute(
                "DELETE FROM entries WHERE id = ? AND member_id = ?", (entry_id, g.member)
            )
        return "", 204

    return app
