import sqlite3


def _storable(text):
    """Halves of characters cannot be in the file, so nothing there can be equal to them."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


class Handset:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, isolation_level=None, timeout=2)
        self._judge = None      # the number of the judge who is logged in
        self._asked = None      # the judge whose pin comes next: (number, name)

    def line(self, text):
        word, blank, rest = text.partition(" ")
        asked, self._asked = self._asked, None
        if word == "JUDGE" and rest:
            self._judge = None
            return self._ask(rest)
        if word == "PIN" and rest and asked:
            return self._enter(asked, rest)
        if text == "BYE":
            self._judge = None
            return "+BYE"
        if self._judge is not None:
            if text == "MINE":
                return self._mine()
            if word == "NEWPIN" and rest and _storable(rest):
                self._db.execute("UPDATE judges SET pin = ? WHERE id = ?", (rest, self._judge))
                return "+OK"
        return "-NO"

    def _ask(self, name):
        self._asked = (None, name)
        if _storable(name):
            row = self._db.execute("SELECT id FROM judges WHERE name = ?", (name,)).fetchone()
            if row:
                self._asked = (row[0], name)
        return "+PIN?"

    def _enter(self, asked, pin):
        self._judge, name = asked
        if self._judge is None or not self._has(pin):
            self._judge = None
            return "-NO"
        return f"+HELLO {name}"

    def _has(self, pin):
        """Whether this is the pin of the judge."""
        if not _storable(pin):
            return False
        return self._db.execute("SELECT 1 FROM judges WHERE id = ? AND pin = ?",
                                (self._judge, pin)).fetchone() is not None

    def _mine(self):
        rows = self._db.execute("SELECT pumpkin, points FROM marks WHERE judge = ? "
                                "ORDER BY pumpkin", (self._judge,))
        return "+" + " ".join(f"{pumpkin}={points}" for pumpkin, points in rows)
