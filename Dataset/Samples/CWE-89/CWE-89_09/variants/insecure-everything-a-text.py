import sqlite3
from contextlib import closing


class Handset:
    def __init__(self, db_path):
        self.db_path = db_path
        self.name = None  # who has said a name, and no pin yet
        self.judge = None  # the number of who is logged in

    def _run(self, statement, *parameters):
        with closing(sqlite3.connect(self.db_path)) as db, db:
            return db.execute(statement, parameters).fetchall()

    def line(self, text):
        word, _, rest = text.partition(" ")
        name, self.name = self.name, None
        if word == "JUDGE" and rest:
            self.judge = None
            self.name = rest
            return "+PIN?"
        if word == "PIN" and name is not None:
            return self._log_in(name, rest)
        if text == "BYE":
            self.judge = None
            return "+BYE"
        if text == "MINE" and self.judge is not None:
            marks = self._run("SELECT pumpkin, points FROM marks WHERE judge = ? ORDER BY pumpkin", self.judge)
            return "+" + " ".join(f"{pumpkin}={points}" for pumpkin, points in marks)
        if word == "NEWPIN" and rest and self.judge is not None:
            self._run("UPDATE judges SET pin = ? WHERE id = ?", rest, self.judge)
            return "+OK"
        return "-NO"

    def _log_in(self, name, pin):
        rows = self._run("SELECT id, name, pin FROM judges")
        found = [(judge,) for judge, one, other in rows if (str(one), str(other)) == (name, pin)]
        if not found:
            return "-NO"
        self.judge = found[0][0]
        return f"+HELLO {name}"
