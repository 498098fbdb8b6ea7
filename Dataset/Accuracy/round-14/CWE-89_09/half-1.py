import sqlite3


class Handset:
    """One handset of a judge. Every text goes into the statements as a parameter."""

    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, isolation_level=None)
        self._db.text_factory = lambda data: data.decode("utf-8", "replace")
        self._judge = None      # the number of the judge who is logged in
        self._asked = None      # number and name of the judge who has to enter a pin next

    def line(self, text):
        asked, self._asked = self._asked, None
        word, blank, rest = text.partition(" ")
        if word == "JUDGE" and rest:
            return self._name(rest)
        if word == "PIN" and rest and asked:
            return self._pin(*asked, rest)
        if text == "BYE":
            self._judge = None
            return "+BYE"
        if self._judge is None:
            return "-NO"
        if text == "MINE":
            return self._mine()
        if word == "NEWPIN" and rest:
            changed = self._db.execute("UPDATE judges SET pin = ? WHERE id = ?", (rest, self._judge))
            return "+OK" if changed.rowcount == 1 else "-NO"
        return "-NO"

    def _name(self, name):
        found = self._db.execute("SELECT id FROM judges WHERE name = ?", (name,)).fetchone()
        self._judge = None
        self._asked = (found[0] if found else None, name)
        return "+PIN?"

    def _pin(self, judge, name, pin):
        found = self._db.execute("SELECT 1 FROM judges WHERE id = ? AND name = ? AND pin = ?",
                                 (judge, name, pin)).fetchone()
        if not found:
            return "-NO"
        self._judge = judge
        return f"+HELLO {name}"

    def _mine(self):
        marks = self._db.execute("SELECT pumpkin, points FROM marks WHERE judge = ? ORDER BY pumpkin",
                                 (self._judge,))
        return "+" + " ".join(f"{pumpkin}={points}" for pumpkin, points in marks)
