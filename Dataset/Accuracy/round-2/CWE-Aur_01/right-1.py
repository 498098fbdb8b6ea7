import sqlite3
from contextlib import contextmanager

from flask import Flask, request
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, NotFound, Unauthorized


class Diary:
    """The diary of one member; nothing else can be reached through it."""

    def __init__(self, connection, token):
        self._db = connection
        found = connection.execute(
            "SELECT id FROM members WHERE token = ? AND token <> ''", [token]).fetchone()
        if found is None:
            raise Unauthorized("unknown token")
        self._owner, = found

    def __iter__(self):
        for number, text in self._db.execute(
                "SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", [self._owner]):
            yield {"id": number, "text": text}

    def _one(self, statement, *values):
        row = next(iter(self._db.execute(statement, [*values, self._owner]).fetchall()), None)
        if row is None:
            raise NotFound
        return dict(zip(("id", "text"), row))

    def __getitem__(self, number):
        return self._one("SELECT id, text FROM entries WHERE id = ? AND member_id = ?", number)

    def replace(self, number, text):
        self[number]
        self._db.execute("UPDATE entries SET text = ? WHERE id = ? AND member_id = ?",
                         [text, number, self._owner])
        return self[number]

    def __delitem__(self, number):
        self[number]
        self._db.execute("DELETE FROM entries WHERE id = ? AND member_id = ?", [number, self._owner])

    def append(self, text):
        cursor = self._db.execute("INSERT INTO entries (text, member_id) VALUES (?, ?)",
                                  [text, self._owner])
        return self[cursor.lastrowid]


def new_text():
    match request.get_json(silent=True):
        case {"text": str(text)}:
            return text
    raise BadRequest("a text is needed")


def create_app(db_path):
    app = Flask(__name__)

    @contextmanager
    def diary():
        match request.headers.get("Authorization", "").split(" ", 1):
            case ["Bearer", token]:
                connection = sqlite3.connect(db_path, isolation_level="IMMEDIATE")
            case _:
                raise Unauthorized("no token")
        try:
            with connection:
                yield Diary(connection, token)
        finally:
            connection.close()

    class Entries(MethodView):
        def get(self):
            with diary() as mine:
                return list(mine)

        def post(self):
            with diary() as mine:
                return mine.append(new_text()), 201

    class Entry(MethodView):
        def dispatch_request(self, number):
            with diary() as mine:
                if number >= 1 << 63:
                    raise NotFound
                act = getattr(self, request.method.lower(), self.get)
                return act(mine, number)

        def get(self, mine, number):
            return mine[number]

        def put(self, mine, number):
            mine[number]
            return mine.replace(number, new_text())

        def delete(self, mine, number):
            del mine[number]
            return "", 204

    app.add_url_rule("/entries", view_func=Entries.as_view("entries"))
    app.add_url_rule("/entries/<int:number>", view_func=Entry.as_view("entry"))
    return app
