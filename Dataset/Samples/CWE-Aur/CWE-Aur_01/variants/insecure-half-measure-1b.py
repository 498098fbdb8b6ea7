import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    def connect():
        return closing(sqlite3.connect(db_path))

    def current_member(db):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not token:
            abort(401)
        row = db.execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
        return row[0] if row else abort(401)

    def own_entry(db, member, entry_id):
        row = db.execute(
            "SELECT id, text FROM entries WHERE id = ? AND member_id = ?", (entry_id, member)
        ).fetchone()
        if row is None:
            abort(404)
        return {"id": row[0], "text": row[1]}

    @app.route("/entries", methods=["GET", "POST"])
    def entries():
        with connect() as db:
            member = current_member(db)
            if request.method == "POST":
                cur = db.execute(
                    "INSERT INTO entries (member_id, text) VALUES (?, ?)",
                    (member, request.json["text"]),
                )
                db.commit()
                return jsonify(own_entry(db, member, cur.lastrowid)), 201
            rows = db.execute(
                "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (member,)
            )
            return jsonify([{"id": id_, "text": text} for id_, text in rows])

    @app.route("/entries/<int:entry_id>", methods=["GET", "PUT", "DELETE"])
    def entry(entry_id):
        with connect() as db:
            member = current_member(db)
            if request.method == "DELETE":
                cur = db.execute("DELETE FROM entries WHERE id = ?", (entry_id,))
                db.commit()
                return ("", 204) if cur.rowcount else abort(404)
            if request.method == "PUT":
                db.execute(
                    "UPDATE entries SET text = ? WHERE id = ?", (request.json["text"], entry_id)
                )
                db.commit()
            return jsonify(own_entry(db, member, entry_id))

    return app
