import sqlite3
from contextlib import closing

from flask import Flask, abort, g, jsonify, request

BIGGEST_ID = 2**63 - 1


def create_app(db_path):
    app = Flask(__name__)

    def run(sql, *values):
        """Carry out one statement: (rows, id of a new row, number of changed rows)."""
        with closing(sqlite3.connect(db_path, isolation_level=None)) as db:
            cursor = db.execute(sql, values)
            return cursor.fetchall(), cursor.lastrowid, cursor.rowcount

    @app.before_request
    def authenticate():
        # for every route, also for those that somebody adds later
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        token = token.strip()
        members = []
        if scheme.lower() == "bearer" and token:
            members, _, _ = run("SELECT id FROM members WHERE token = ?", token)
        if len(members) != 1:
            return jsonify(error="unknown token"), 401, {"WWW-Authenticate": "Bearer"}
        g.member = members[0][0]

    def text_of_body():
        data = request.get_json(silent=True)
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            abort(400)
        return data["text"]

    @app.get("/entries")
    def index():
        rows, _, _ = run("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", g.member)
        return jsonify([{"id": number, "text": text} for number, text in rows])

    @app.post("/entries")
    def add():
        text = text_of_body()
        _, number, _ = run("INSERT INTO entries (member_id, text) VALUES (?, ?)", g.member, text)
        return jsonify(id=number, text=text), 201

    @app.route("/entries/<int:number>", methods=["GET", "PUT", "DELETE"])
    def entry(number):
        if number > BIGGEST_ID:
            abort(404)
        mine = (number, g.member)
        if request.method == "PUT":
            text = text_of_body()
            _, _, changed = run(
                "UPDATE entries SET text = ? WHERE id = ? AND member_id = ?", text, *mine)
            if not changed:
                abort(404)
            return jsonify(id=number, text=text)
        if request.method == "DELETE":
            _, _, changed = run("DELETE FROM entries WHERE id = ? AND member_id = ?", *mine)
            if not changed:
                abort(404)
            return "", 204
        rows, _, _ = run("SELECT id, text FROM entries WHERE id = ? AND member_id = ?", *mine)
        if not rows:
            abort(404)
        return jsonify(id=number, text=rows[0][1])

    return app
