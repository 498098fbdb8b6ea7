import sqlite3


class Handset:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, isolation_level=None)  # others use the file, too
        self._judge = None    # the name of who is logged in
        self._asked = None    # the name behind JUDGE, until the next line

    def line(self, text):
        asked, self._asked = self._asked, None
        word, blank, rest = text.partition(" ")
        if word == "JUDGE" and rest:
            self._judge = None
            self._asked = rest
            return "+PIN?"
        if word == "PIN" and rest and asked is not None:
            return self._log_in(asked, rest)
        if text == "BYE":
            self._judge = None
            return "+BYE"
        if self._judge is not None:
            if text == "MINE":
                return self._mine()
            if word == "NEWPIN" and rest:
                self._db.execute("UPDATE judges SET pin = ? WHERE name = ?", (rest, self._judge))
                return "+OK"
        return "-NO"

    def _log_in(self, name, pin):
        try:
            found = self._db.execute(
                "SELECT 1 FROM judges WHERE name = ? AND pin = ?", (name, pin)
            ).fetchone()
        except UnicodeEncodeError:  # halves of characters, which no name or pin in the file has
            return "-NO"
        if not found:
            return "-NO"
        self._judge = name
        return f"+HELLO {name}"

    def _mine(self):
        rows = self._db.execute(
            "SELECT pumpkin, points FROM marks JOIN judges ON judges.id = marks.judge"
            " WHERE judges.name = ? ORDER BY pumpkin",
            (self._judge,),
        )
        return "+" + " ".join(f"{pumpkin}={points}" for pumpkin, points in rows)
