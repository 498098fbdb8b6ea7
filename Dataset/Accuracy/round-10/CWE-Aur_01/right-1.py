"""The diaries of the allotment garden: views are classes, and a diary is an object that knows only
the entries of its member."""

import hmac
import sqlite3

from flask import Blueprint, Flask, current_app, request
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, NotFound, Unauthorized


class Diary:
    def __init__(self, base, member):
        self._base, self._member = base, member

    @classmethod
    def of_token(cls, base, header):
        """Compares with all tokens, each in constant time."""
        scheme, _, token = header.partition(" ")
        token = token.strip().encode("utf-8", "surrogatepass")
        found = None
        for member, stored in base.execute("SELECT id, token FROM members").fetchall():
            if stored and hmac.compare_digest(str(stored).encode(), token):
                found = member
        if found is None or scheme.casefold() != "bearer":
            raise Unauthorized()
        return cls(base, found)

    def entries(self):
        rows = self._base.execute(
            "SELECT id, text FROM entries WHERE member_id IS ? ORDER BY id", [self._member])
        return {entry: {"id": entry, "text": text} for entry, text in rows}

    def __getitem__(self, entry):
        try:
            return self.entries()[entry]
        except KeyError:
            raise NotFound() from None

    def __setitem__(self, entry, text):
        self._base.execute("UPDATE entries SET text = ? WHERE member_id IS ? AND id = ?",
                           [text, self._member, entry])

    def __delitem__(self, entry):
        self._base.execute("DELETE FROM entries WHERE member_id IS ? AND id = ?",
                           [self._member, entry])

    def append(self, text):
        return self._base.execute("INSERT INTO entries (text, member_id) VALUES (?, ?)",
                                  [text, self._member]).lastrowid


class DiaryView(MethodView):
    init_every_request = True

    def dispatch_request(self, **arguments):
        base = sqlite3.connect(current_app.config["DIARIES"], timeout=15, isolation_level=None)
        try:
            base.execute("BEGIN IMMEDIATE" if request.method not in ("GET", "HEAD") else "BEGIN")
            self.diary = Diary.of_token(base, request.headers.get("Authorization", ""))
            answer = super().dispatch_request(**arguments)
            base.execute("COMMIT")
            return answer
        finally:
            base.close()

    @staticmethod
    def text():
        match request.get_json(silent=True):
            case {"text": str(text)}:
                try:
                    text.encode()
                except UnicodeEncodeError:
                    raise BadRequest() from None
                return text
        raise BadRequest()


class Whole(DiaryView):
    def get(self):
        return list(self.diary.entries().values())

    def post(self):
        return self.diary[self.diary.append(self.text())], 201


class Single(DiaryView):
    def get(self, entry):
        return self.diary[entry]

    def put(self, entry):
        self.diary[entry]
        self.diary[entry] = self.text()
        return self.diary[entry]

    def delete(self, entry):
        self.diary[entry]
        del self.diary[entry]
        return "", 204


def create_app(db_path):
    routes = Blueprint("diary", __name__)
    routes.add_url_rule("/entries", view_func=Whole.as_view("whole"))
    routes.add_url_rule("/entries/<int:entry>", view_func=Single.as_view("single"))
    app = Flask(__name__)
    app.config["DIARIES"] = db_path
    app.register_blueprint(routes)
    return app
