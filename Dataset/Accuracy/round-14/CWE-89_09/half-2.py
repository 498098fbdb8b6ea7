import sqlite3
from contextlib import closing


def _text(typed):
    """Handsets can send halves of characters, which SQLite does not take."""
    return typed.encode("utf-8", "replace").decode("utf-8")


class Handset:
    def __init__(self, db_path):
        self._path = db_path
        self._reset()

    def _reset(self):
        self._judge = None
        self._name = None

    def _ask(self, statement, *values):
        with closing(sqlite3.connect(self._path)) as db, db:
            db.text_factory = lambda data: data.decode("utf-8", "backslashreplace")
            cursor = db.execute(statement, values)
            return cursor.fetchall() if cursor.description else cursor.rowcount

    def line(self, text):
        name, self._name = self._name, None
        command, _, value = text.partition(" ")
        if command == "JUDGE" and value:
            self._reset()
            self._name = value
            return "+PIN?"
        if command == "PIN" and value and name is not None:
            return self._login(name, value)
        if text == "BYE":
            self._reset()
            return "+BYE"
        if self._judge is not None:
            if text == "MINE":
                rows = self._ask("SELECT pumpkin, points FROM marks WHERE judge = ? ORDER BY pumpkin", self._judge)
                return "+" + " ".join(f"{pumpkin}={points}" for pumpkin, points in rows)
            if command == "NEWPIN" and value:
                if self._ask("UPDATE judges SET pin = ? WHERE id = ?", _text(value), self._judge) == 1:
                    return "+OK"
        return "-NO"

    def _login(self, name, pin):
        rows = self._ask("SELECT id, name FROM judges WHERE name = ? AND pin = ?", _text(name), _text(pin))
        if len(rows) != 1:
            return "-NO"
        self._judge, name = rows[0]
        return f"+HELLO {name}"
