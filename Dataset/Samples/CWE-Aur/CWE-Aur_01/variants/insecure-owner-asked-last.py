import functools
import sqlite3

from flask import Flask, Response, g, jsonify, request


class Problem(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def create_app(db_path):
    app = Flask(__name__)

    @app.errorhandler(Problem)
    def answer_problem(problem):
        return jsonify(error=str(problem)), problem.status

    @app.teardown_appcontext
    def close(_):
        if "db" in g:
            g.pop("db").close()

    def for_members(view):
        """Finds out first which member it is; every route goes through this."""
        @functools.wraps(view)
        def guarded(**arguments):
            scheme, _, token = request.headers.get("Authorization", "").partition(" ")
            g.db = sqlite3.connect(db_path, timeout=20, isolation_level=None)
            found = None
            if scheme.lower() == "bearer" and token:
                found = g.db.execute("SELECT id FROM members WHERE token = ?", [token]).fetchone()
            if found is None:
                raise Problem(401, "unknown member")
            return view(found[0], **arguments)
        return guarded

    def find(entry):
        row = None
        if entry < 2**63:
            row = g.db.execute("SELECT member_id, text FROM entries WHERE id = ?", [entry]).fetchone()
        if row is None:
            raise Problem(404, "no such entry")
        return row

    def check_owner(member, owner):
        # as if the entry did not exist
        if owner != member:
            raise Problem(404, "no such entry")

    def sent_text():
        body = request.get_json(force=True, silent=True)
        if not isinstance(body, dict) or not isinstance(body.get("text"), str):
            raise Problem(400, "a text is missing")
        return body["text"]

    @app.get("/entries")
    @for_members
    def index(member):
        rows = g.db.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", [member])
        return jsonify([{"id": number, "text": text} for number, text in rows])

    @app.post("/entries")
    @for_members
    def create(member):
        text = sent_text()
        done = g.db.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)", [member, text])
        return jsonify(id=done.lastrowid, text=text), 201

    @app.get("/entries/<int:entry>")
    @for_members
    def read(member, entry):
        owner, text = find(entry)
        check_owner(member, owner)
        return jsonify(id=entry, text=text)

    @app.put("/entries/<int:entry>")
    @for_members
    def update(member, entry):
        owner, _ = find(entry)
        text = sent_text()
        check_owner(member, owner)
        g.db.execute(
            "UPDATE entries SET text = ? WHERE id = ? AND member_id = ?", [text, entry, member]
        )
        return jsonify(id=entry, text=text)

    @app.delete("/entries/<int:entry>")
    @for_members
    def delete(member, entry):
        owner, _ = find(entry)
        check_owner(member, owner)
        g.db.execute("DELETE FROM entries WHERE id = ? AND member_id = ?", [entry, member])
        return Response(status=204)

    return app
