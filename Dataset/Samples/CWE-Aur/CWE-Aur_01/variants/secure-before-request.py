import hmac
import sqlite3

from flask import Flask, g, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    @app.before_request
    def authenticate():
        g.db = sqlite3.connect(db_path)
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        g.member_id = None
        if scheme.lower() == "bearer" and token:
            for member_id, known in g.db.execute("SELECT id, token FROM members WHERE token IS NOT NULL"):
                if known and hmac.compare_digest(known.encode(), token.encode()):
                    g.member_id = member_id
        if g.member_id is None:
            return jsonify(error="unauthorized"), 401
        return None

    @app.teardown_request
    def close(_error):
        db = g.pop("db", None)
        if db is not None:
            db.close()

    def owner_of(entry_id):
        row = g.db.execute("SELECT member_id FROM entries WHERE id = ?", (entry_id,)).fetchone()
        return row[0] if row else None

    def problem(entry_id):
        owner = owner_of(entry_id)
        if owner is None:
            return jsonify(error="not found"), 404
        if owner != g.member_id:
            return jsonify(error="forbidden"), 403
        return None

    @app.route("/entries", methods=["GET", "POST"])
    def entries():
        if request.method == "POST":
            text = request.json["text"]
            with g.db:
                new = g.db.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)", (g.member_id, text)).lastrowid
            return jsonify(id=new, text=text), 201
        rows = g.db.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (g.member_id,)).fetchall()
        return jsonify([{"id": i, "text": t} for i, t in rows])

    @app.route("/entries/<int:entry_id>", methods=["GET", "PUT", "DELETE"])
    def entry(entry_id):
        refused = problem(entry_id)
        if refused:
            return refused
        if request.method == "DELETE":
            with g.db:
                g.db.execute("DELETE FROM entries WHERE id = ?", (entry_id,))
            return "", 204
        if request.method == "PUT":
            with g.db:
                g.db.execute("UPDATE entries SET text = ? WHERE id = ?", (request.json["text"], entry_id))
        text = g.db.execute("SELECT text FROM entries WHERE id = ?", (entry_id,)).fetchone()[0]
        return jsonify(id=entry_id, text=text)

    return app


if __name__ == "__main__":
    create_app("diary.db").run(debug=False)
