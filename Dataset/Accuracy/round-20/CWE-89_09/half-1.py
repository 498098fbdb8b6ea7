import sqlite3
from contextlib import closing


class Handset:
    def __init__(self, db_path):
        self._path = db_path
        self._asked = None  # the name in the line before, if that was JUDGE
        self._judge = None  # the number of the judge who is logged in

    def _connect(self):
        connection = sqlite3.connect(self._path, timeout=10)
        # labels and names that another program has written in another encoding must not stop us
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        return connection

    def line(self, text):
        asked, self._asked = self._asked, None
        word, blank, rest = text.partition(" ")
        if blank and not rest:
            return "-NO"
        if word == "JUDGE" and rest:
            self._judge, self._asked = None, rest
            return "+PIN?"
        if word == "PIN" and rest:
            if asked is None:
                return "-NO"
            self._judge = None
            return self._pin(asked, rest)
        if text == "BYE":
            self._judge = None
            return "+BYE"
        if self._judge is None:
            return "-NO"
        if text == "MINE":
            return self._mine()
        if word == "NEWPIN" and rest:
            return self._new_pin(rest)
        return "-NO"

    def _pin(self, name, pin):
        with closing(self._connect()) as connection:
            row = connection.execute("SELECT id, pin FROM judges WHERE name = ?", (name,)).fetchone()
        if row is None or not isinstance(row[1], str) or row[1] != pin:
            return "-NO"
        self._judge = row[0]
        return "+HELLO " + name

    def _mine(self):
        with closing(self._connect()) as connection:
            rows = connection.execute("SELECT pumpkin, points FROM marks WHERE judge = ?"
                                      " ORDER BY pumpkin", (self._judge,)).fetchall()
        return "+" + " ".join(f"{pumpkin}={points}" for pumpkin, points in rows)

    def _new_pin(self, pin):
        with closing(self._connect()) as connection, connection:
            connection.execute("UPDATE judges SET pin = ? WHERE id = ?", (pin, self._judge))
        return "+OK"
