import json
import sqlite3

from flask import Flask, Response, g, request

OWNER = "member_id = (SELECT id FROM members WHERE token = :token AND token <> '')"
SHAPE = "id, text"


def answer(value, status=200):
    return Response(value, status, mimetype="application/json")


def create_app(db_path):
    app = Flask(__name__)

    @app.before_request
    def who():
        kind, _, g.token = request.headers.get("Authorization", "").partition(" ")
        g.con = sqlite3.connect(db_path)
        known = g.con.execute("SELECT count(*) FROM members WHERE token = ? AND token <> ''", [g.token])
        if kind != "Bearer" or known.fetchone() == (0,):
            return answer('{"error": "who are you?"}', 401)

    @app.teardown_request
    def close(_):
        con = g.pop("con", None)
        if con is not None:
            con.close()

    def query(sql, **values):
        try:
            with g.con:
                rows = g.con.execute(sql, {"token": g.token, **values}).fetchall()
        except OverflowError:
            return []
        return [dict(zip(("id", "text"), row)) for row in rows]

    def one_or_404(rows, status=200):
        return answer(json.dumps(rows[0]), status) if rows else answer('{"error": "no such entry"}', 404)

    def text():
        try:
            value = json.loads(request.get_data())["text"]
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        return value if isinstance(value, str) and value == value.encode(errors="replace").decode() else None

    @app.get("/entries")
    def everything():
        return answer(json.dumps(query(f"SELECT {SHAPE} FROM entries WHERE {OWNER} ORDER BY id")))

    @app.post("/entries")
    def add():
        if (new := text()) is None:
            return answer('{"error": "text"}', 400)
        sql = f"""INSERT INTO entries (member_id, text)
                  SELECT id, :text FROM members WHERE token = :token AND token <> '' LIMIT 1 RETURNING {SHAPE}"""
        return one_or_404(query(sql, text=new), 201)

    @app.get("/entries/<int:id>")
    def show(id):
        return one_or_404(query(f"SELECT {SHAPE} FROM entries WHERE id = :id AND {OWNER}", id=id))

    @app.put("/entries/<int:id>")
    def change(id):
        if not query(f"SELECT 1 FROM entries WHERE id = :id AND {OWNER}", id=id):
            return one_or_404([])
        if (new := text()) is None:
            return answer('{"error": "text"}', 400)
        return one_or_404(query(f"UPDATE entries SET text = :text WHERE id = :id AND {OWNER} RETURNING {SHAPE}", id=id, text=new))

    @app.delete("/entries/<int:id>")
    def remove(id):
        gone = query(f"DELETE FROM entries WHERE id = :id AND {OWNER} RETURNING id", id=id)
        return Response(status=204) if gone else one_or_404([])

    return app
