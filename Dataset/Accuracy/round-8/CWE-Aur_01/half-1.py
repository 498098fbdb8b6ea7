import sqlite3

from flask import Flask, abort, g, jsonify, request


def create_app(db_path):
    app = Flask(__name__)
    owners = {}  # entry id -> member id; the owner of an entry never changes

    def db():
        if "db" not in g:
            g.db = sqlite3.connect(db_path)
        return g.db

    @app.teardown_appcontext
    def close(error):
        if "db" in g:
            g.db.close()

    @app.before_request
    def authenticate():
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        row = None
        if scheme == "Bearer" and token:
            row = db().execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
        if row is None:
            abort(401)
        g.member = row[0]

    def require_own(number):
        if number not in owners:
            if number >= 2 ** 63:
                abort(404)
            row = db().execute("SELECT member_id FROM entries WHERE id = ?", (number,)).fetchone()
            if row is None:
                abort(404)
            owners[number] = row[0]
        if owners[number] != g.member:
            abort(404)

    def shown(number):
        row = db().execute("SELECT id, text FROM entries WHERE id = ?", (number,)).fetchone()
        if row is None:
            abort(404)
        return {"id": row[0], "text": row[1]}

    def sent_text():
        body = request.get_json(silent=True)
        if not isinstance(body, dict) or not isinstance(body.get("text"), str):
            abort(400)
        return body["text"]

    @app.get("/entries")
    def all_entries():
        rows = db().execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (g.member,))
        return jsonify([{"id": number, "text": text} for number, text in rows])

    @app.post("/entries")
    def add():
        with db():
            cursor = db().execute("INSERT INTO entries (member_id, text) VALUES (?, ?)",
                                  (g.member, sent_text()))
        return shown(cursor.lastrowid), 201

    @app.get("/entries/<int:number>")
    def one(number):
        require_own(number)
        return shown(number)

    @app.put("/entries/<int:number>")
    def change(number):
        require_own(number)
        with db():
            db().execute("UPDATE entries SET text = ? WHERE id = ?", (sent_text(), number))
        return shown(number)

    @app.delete("/entries/<int:number>")
    def remove(number):
        require_own(number)
        with db():
            cursor = db().execute("DELETE FROM entries WHERE id = ?", (number,))
        if cursor.rowcount == 0:
            abort(404)
        return "", 204

    return app
