import sqlite3
from contextlib import closing
from functools import lru_cache, wraps

from flask import Flask, jsonify, request


def create_app(db_path):
    app = Flask(__name__)

    def run(sql, *values):
        with closing(sqlite3.connect(db_path)) as con, con:
            cur = con.execute(sql, values)
            return cur.fetchall(), cur.rowcount, cur.lastrowid

    @lru_cache(maxsize=256)
    def member_id(token):
        rows, _, _ = run("SELECT id FROM members WHERE token = ?", token)
        if not rows:
            raise LookupError("unknown token")  # not kept in the cache
        return rows[0][0]

    def for_member(view):
        @wraps(view)
        def wrapper(**kwargs):
            header = request.headers.get("Authorization", "")
            try:
                if not header.startswith("Bearer ") or not header[7:]:
                    raise LookupError("no token")
                member = member_id(header[7:])
            except LookupError:
                return jsonify(error="unauthorized"), 401
            return view(member, **kwargs)
        return wrapper

    def text_of_body():
        data = request.get_json(silent=True)
        return data.get("text") if isinstance(data, dict) and isinstance(data.get("text"), str) else None

    @app.route("/entries", methods=["GET", "POST"])
    @for_member
    def entries(member):
        if request.method != "POST":
            rows, _, _ = run("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", member)
            return jsonify([{"id": i, "text": t} for i, t in rows])
        text = text_of_body()
        if text is None:
            return jsonify(error="text is missing"), 400
        _, _, new = run("INSERT INTO entries (member_id, text) VALUES (?, ?)", member, text)
        return jsonify(id=new, text=text), 201

    @app.route("/entries/<int(max=9223372036854775807):number>", methods=["GET", "PUT", "DELETE"])
    @for_member
    def entry(member, number):
        rows, _, _ = run("SELECT text FROM entries WHERE id = ? AND member_id = ?", number, member)
        if not rows:
            return jsonify(error="not found"), 404
        if request.method == "DELETE":
            run("DELETE FROM entries WHERE id = ? AND member_id = ?", number, member)
            return "", 204
        text = rows[0][0]
        if request.method == "PUT":
            text = text_of_body()
            if text is None:
                return jsonify(error="text is missing"), 400
            run("UPDATE entries SET text = ? WHERE id = ? AND member_id = ?", text, number, member)
        return jsonify(id=number, text=text)

    return app
