import sqlite3
from contextlib import closing


class Handset:
    def __init__(self, db_path):
        self._path = db_path
        self._asked = None      # the name behind JUDGE, for the next line only
        self._judge = None      # the number of the judge who is logged in

    def _one(self, statement, *values):
        with closing(sqlite3.connect(self._path)) as db:
            return db.execute(statement, values).fetchone()

    def _has_pin(self, judge, pin):
        row = self._one("SELECT pin FROM judges WHERE id = ?", judge)
        return row is not None and isinstance(row[0], str) and row[0] == pin

    def line(self, text):
        asked, self._asked = self._asked, None
        word, blank, rest = text.partition(" ")
        if word == "JUDGE" and rest:
            self._judge = None
            self._asked = rest
            return "+PIN?"
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:      # SQLite cannot take halves of characters
            return "-NO"
        if word == "PIN" and rest and asked is not None:
            return self._login(asked, rest)
        if text == "BYE":
            self._judge = None
            return "+BYE"
        if self._judge is None:
            return "-NO"
        if text == "MINE":
            with closing(sqlite3.connect(self._path)) as db:
                marks = db.execute("SELECT pumpkin, points FROM marks WHERE judge = ? ORDER BY pumpkin",
                                   (self._judge,)).fetchall()
            return "+" + " ".join(f"{pumpkin}={points}" for pumpkin, points in marks)
        if word == "NEWPIN" and rest:
            with closing(sqlite3.connect(self._path)) as db, db:
                db.execute("UPDATE judges SET pin = ? WHERE id = ?", (rest, self._judge))
            return "+OK"
        return "-NO"

    def _login(self, name, pin):
        try:
            row = self._one("SELECT id FROM judges WHERE name = ?", name)
        except UnicodeEncodeError:
            row = None
        if row is None:
            return "-NO"
        self._judge, = row
        if not self._has_pin(self._judge, pin):
            self._judge = None
            return "-NO"
        return f"+HELLO {name}"
