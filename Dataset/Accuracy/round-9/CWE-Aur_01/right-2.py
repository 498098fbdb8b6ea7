"""The diaries: one function for all routes, and SQL statements that know the token themselves."""

import sqlite3
from contextlib import closing
from http import HTTPStatus as Status

from flask import Flask, Response, json, request

ME = "(SELECT min(id) FROM members WHERE token = :token AND token <> '')"
STATEMENTS = {
    "LIST": f"SELECT id, text FROM entries WHERE member_id = {ME} ORDER BY id",
    "POST": f"INSERT INTO entries (member_id, text) SELECT {ME}, :text RETURNING id, text",
    "GET": f"SELECT id, text FROM entries WHERE id = :id AND member_id = {ME}",
    "PUT": f"UPDATE entries SET text = :text WHERE id = :id AND member_id = {ME} RETURNING id, text",
    "DELETE": f"DELETE FROM entries WHERE id = :id AND member_id = {ME} RETURNING id, text",
}


def _answer(status, content=None):
    if content is None:
        return Response(status=status)
    return Response(json.dumps(content), status=status, mimetype="application/json")


def _token():
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.casefold() == "bearer" else ""


def _text():
    body = request.get_json(force=True, silent=True)
    text = body.get("text") if isinstance(body, dict) else None
    return text if isinstance(text, str) else None


def create_app(db_path):
    app = Flask("allotments")

    def run(db, statement, **values):
        try:
            found = db.execute(STATEMENTS[statement], values).fetchall()
        except OverflowError:
            return []
        return [{"id": number, "text": text} for number, text in found]

    def serve(number=None):
        with closing(sqlite3.connect(db_path, timeout=20, isolation_level="IMMEDIATE")) as db:
            token = _token()
            (member,) = db.execute(f"SELECT {ME}", {"token": token}).fetchone()
            if member is None:
                return _answer(Status.UNAUTHORIZED, {"error": "who are you?"})

            method = "GET" if request.method == "HEAD" else request.method
            if number is None and method == "GET":
                return _answer(Status.OK, run(db, "LIST", token=token))
            if number is not None and not run(db, "GET", token=token, id=number):
                return _answer(Status.NOT_FOUND, {"error": "no such entry"})

            text = _text()
            if method in ("POST", "PUT") and text is None:
                return _answer(Status.BAD_REQUEST, {"error": "no text"})
            with db:
                done = run(db, method, token=token, id=number, text=text)
            if not done:
                return _answer(Status.NOT_FOUND, {"error": "no such entry"})
            match method:
                case "POST":
                    return _answer(Status.CREATED, done[0])
                case "DELETE":
                    return _answer(Status.NO_CONTENT)
            return _answer(Status.OK, done[0])

    app.add_url_rule("/entries", "all", serve, methods=["GET", "POST"])
    app.add_url_rule("/entries/<int:number>", "one", serve, methods=["GET", "PUT", "DELETE"])
    return app
