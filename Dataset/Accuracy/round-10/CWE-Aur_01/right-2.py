"""The diaries of the allotment garden. Every statement holds the token itself, so there is none that
could forget whose entry it is about; one view answers all requests."""

import sqlite3

import flask

_ME = "(SELECT id FROM members WHERE token = :token AND token <> '')"
_MINE = f"member_id IN {_ME}"
_SQL = {
    "known": f"SELECT 1 WHERE EXISTS {_ME}",
    ("GET", False): f"SELECT id, text FROM entries WHERE {_MINE} ORDER BY id",
    ("POST", False): f"INSERT INTO entries (member_id, text) VALUES ({_ME}, :text) RETURNING id, text",
    ("GET", True): f"SELECT id, text FROM entries WHERE {_MINE} AND id = :id",
    ("PUT", True): f"UPDATE entries SET text = :text WHERE {_MINE} AND id = :id RETURNING id, text",
    ("DELETE", True): f"DELETE FROM entries WHERE {_MINE} AND id = :id RETURNING id, text",
}


def _serve(db, method, entry_id):
    values = {"id": entry_id, "token": None}
    match flask.request.headers.get("Authorization", "").split(None, 1):
        case [scheme, token] if scheme.lower() == "bearer":
            values["token"] = token.strip()
    if not db.execute(_SQL["known"], values).fetchall():
        return {"message": "unknown token"}, 401
    single = entry_id is not None
    if single and not db.execute(_SQL["GET", True], values).fetchall():
        return {"message": "not found"}, 404
    if method in ("POST", "PUT"):
        body = flask.request.get_json(force=True, silent=True)
        text = body.get("text") if type(body) is dict else None
        if type(text) is not str or any("\ud800" <= sign <= "\udfff" for sign in text):
            return {"message": "text is missing"}, 400
        values["text"] = text
    rows = [{"id": row[0], "text": row[1]} for row in db.execute(_SQL[method, single], values).fetchall()]
    db.commit()
    if not single and method == "GET":
        return flask.jsonify(rows)
    if method == "DELETE":
        return flask.Response(status=204)
    return rows[0], 201 if method == "POST" else 200


def create_app(db_path):
    app = flask.Flask("diaries")

    @app.route("/entries", methods=["GET", "POST"], defaults={"entry_id": None})
    @app.route("/entries/<int(max=9223372036854775807):entry_id>", methods=["GET", "PUT", "DELETE"])
    def entries(entry_id):
        method = flask.request.method
        db = sqlite3.connect(db_path, timeout=15)
        try:
            return _serve(db, "GET" if method == "HEAD" else method, entry_id)
        finally:
            db.close()

    return app
