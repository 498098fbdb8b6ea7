import sqlite3

from flask import Flask, abort, g, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    @app.before_request
    def authenticate():
        header = request.headers.get("Authorization", "")
        token = header[7:] if header.startswith("Bearer ") else ""
        if not token:
            abort(401)
        g.db = sqlite3.connect(db_path)
        row = g.db.execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
        if row is None:
            abort(401)
        g.member = row[0]

    @app.teardown_request
    def close(error):
        if "db" in g:
            g.db.close()

    def entry(number):
        row = None
        if number < 2 ** 63:
            row = g.db.execute("SELECT id, text FROM entries WHERE id = ? AND member_id = ?",
                               (number, g.member)).fetchone()
        if row is None:
            abort(404)
        return {"id": row[0], "text": row[1]}

    def sent_text():
        body = request.get_json(silent=True)
        text = body.get("text") if isinstance(body, dict) else None
        if not isinstance(text, str):
            abort(400)
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            abort(400)
        return text

    @app.get("/entries")
    def index():
        rows = g.db.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (g.member,))
        return jsonify([{"id": number, "text": text} for number, text in rows])

    @app.post("/entries")
    def add():
        text = sent_text()
        with g.db:
            cursor = g.db.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)", (g.member, text))
        return jsonify(entry(cursor.lastrowid)), 201

    @app.get("/entries/<int:number>")
    def show(number):
        return jsonify(entry(number))

    @app.put("/entries/<int:number>")
    def change(number):
        entry(number)
        text = sent_text()
        with g.db:
            g.db.execute("UPDATE entries SET text = ? WHERE id = ? AND member_id = ?",
                         (text, number, g.member))
        return jsonify(entry(number))

    @app.delete("/entries/<int:number>")
    def remove(number):
        entry(number)
        with g.db:
            g.db.execute("DELETE FROM entries WHERE id = ? AND member_id = ?", (number, g.member))
        return "", 204

    return app
