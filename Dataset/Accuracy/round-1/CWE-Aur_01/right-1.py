import sqlite3
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from flask import Flask, current_app, jsonify, request
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, NotFound, Unauthorized


@dataclass
class Entry:
    id: int
    text: str


class Diary:
    def __init__(self, con, token):
        self.con = con
        owner = con.execute("SELECT id FROM members WHERE token = ?", (token,)).fetchone()
        if not token or owner is None:
            raise Unauthorized()
        (self.owner,) = owner

    def __iter__(self):
        for row in self.con.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (self.owner,)):
            yield Entry(*row)

    def __getitem__(self, number):
        found = [entry for entry in self if entry.id == number]
        if not found:
            raise NotFound()
        return found[0]

    def append(self, text):
        cur = self.con.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)", (self.owner, text))
        return self[cur.lastrowid]

    def __setitem__(self, number, text):
        entry = self[number]
        self.con.execute("UPDATE entries SET text = ? WHERE id = ? AND member_id = ?", (text, entry.id, self.owner))

    def __delitem__(self, number):
        self.con.execute("DELETE FROM entries WHERE id = ? AND member_id = ?", (self[number].id, self.owner))


@contextmanager
def diary():
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    con = sqlite3.connect(current_app.config["DB_PATH"], timeout=30)
    try:
        with con:
            yield Diary(con, token.strip() if scheme.lower() == "bearer" else None)
    finally:
        con.close()


def text():
    match request.get_json(force=True, silent=True):
        case {"text": str(value)}:
            return value
    raise BadRequest("a text, please")


class Entries(MethodView):
    def get(self):
        with diary() as mine:
            return jsonify([asdict(entry) for entry in mine])

    def post(self):
        with diary() as mine:
            return asdict(mine.append(text())), 201


class Single(MethodView):
    def get(self, number):
        with diary() as mine:
            return asdict(mine[number])

    def put(self, number):
        with diary() as mine:
            entry = mine[number]
            mine[number] = entry.text = text()
            return asdict(entry)

    def delete(self, number):
        with diary() as mine:
            del mine[number]
        return "", 204


def create_app(db_path):
    app = Flask("diary")
    app.config["DB_PATH"] = db_path
    app.add_url_rule("/entries", view_func=Entries.as_view("entries"))
    app.add_url_rule("/entries/<int:number>", view_func=Single.as_view("single"))
    return app
