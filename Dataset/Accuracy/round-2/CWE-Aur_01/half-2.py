import sqlite3
from functools import wraps

from flask import Flask, g, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    @app.before_request
    def connect():
        g.db = sqlite3.connect(db_path)
        g.db.row_factory = sqlite3.Row

    @app.teardown_request
    def disconnect(_):
        g.pop("db").close()

    def members_only(view):
        @wraps(view)
        def wrapper(**kwargs):
            kind, _, token = request.headers.get("Authorization", "").partition(" ")
            row = g.db.execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
            if kind != "Bearer" or not token or row is None:
                return jsonify(error="unknown token"), 401
            return view(row["id"], **kwargs)
        return wrapper

    def text_required(view):
        @wraps(view)
        def wrapper(me, **kwargs):
            body = request.get_json(silent=True)
            if type(body) is not dict or type(body.get("text")) is not str:
                return jsonify(error="text is missing"), 400
            return view(me, body, **kwargs)
        return wrapper

    def own(me, entry_id):
        if entry_id >= 2 ** 63:
            return None
        row = g.db.execute("SELECT id, text FROM entries WHERE id = ? AND member_id = ?",
                           (entry_id, me)).fetchone()
        return dict(row) if row else None

    @app.get("/entries")
    @members_only
    def index(me):
        rows = g.db.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (me,))
        return jsonify([dict(row) for row in rows])

    @app.post("/entries")
    @members_only
    @text_required
    def create(me, body):
        entry = {"id": None, **body, "member_id": me}
        with g.db:
            cursor = g.db.execute(
                "INSERT OR REPLACE INTO entries (id, member_id, text)"
                " VALUES (:id, :member_id, :text)", entry)
        return jsonify(own(me, cursor.lastrowid)), 201

    @app.get("/entries/<int:entry_id>")
    @members_only
    def read(me, entry_id):
        entry = own(me, entry_id)
        return jsonify(entry) if entry else (jsonify(error="not found"), 404)

    @app.put("/entries/<int:entry_id>")
    @members_only
    @text_required
    def update(me, body, entry_id):
        if own(me, entry_id) is None:
            return jsonify(error="not found"), 404
        with g.db:
            g.db.execute("UPDATE entries SET text = ? WHERE id = ? AND member_id = ?",
                         (body["text"], entry_id, me))
        return jsonify(own(me, entry_id))

    @app.delete("/entries/<int:entry_id>")
    @members_only
    def delete(me, entry_id):
        if own(me, entry_id) is None:
            return jsonify(error="not found"), 404
        with g.db:
            g.db.execute("DELETE FROM entries WHERE id = ? AND member_id = ?", (entry_id, me))
        return "", 204

    return app
