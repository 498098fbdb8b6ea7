import sqlite3

from flask import Flask, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    def query(sql, *values):
        db = sqlite3.connect(db_path)
        try:
            cursor = db.execute(sql, values)
            rows = cursor.fetchall()
            db.commit()
            return rows, cursor
        finally:
            db.close()

    def member_id():
        token = request.headers.get("Authorization", "")[len("Bearer "):]
        rows, _ = query("SELECT id FROM members WHERE token = ?", token)
        return rows[0][0] if token and rows else None

    @app.get("/entries")
    def index():
        member = member_id()
        if member is None:
            return jsonify(error="login required"), 401
        rows, _ = query("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", member)
        return jsonify([{"id": row[0], "text": row[1]} for row in rows])

    @app.post("/entries")
    def create():
        member = member_id()
        if member is None:
            return jsonify(error="login required"), 401
        text = request.get_json()["text"]
        _, cursor = query("INSERT INTO entries (member_id, text) VALUES (?, ?)", member, text)
        return jsonify(id=cursor.lastrowid, text=text), 201

    @app.route("/entries/<int:entry_id>", methods=["GET", "PUT", "DELETE"])
    def single(entry_id):
        rows, _ = query("SELECT member_id, text FROM entries WHERE id = ?", entry_id)
        if not rows:
            return jsonify(error="not found"), 404
        owner, text = rows[0]
        if request.method == "PUT":
            text = request.get_json()["text"]
            query("UPDATE entries SET text = ? WHERE id = ?", text, entry_id)
        elif request.method == "DELETE":
            query("DELETE FROM entries WHERE id = ?", entry_id)
        if owner != member_id():
            return jsonify(error="not your entry"), 403
        if request.method == "DELETE":
            return "", 204
        return jsonify(id=entry_id, text=text)

    return app
