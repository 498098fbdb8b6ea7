import sqlite3
from contextlib import closing


class Handset:
    def __init__(self, db_path):
        self.db_path = db_path
        self.named = None  # the number of who has said a name, and no pin yet
        self.judge = None  # the number of who is logged in

    def _run(self, statement, *parameters):
        with closing(sqlite3.connect(self.db_path)) as db, db:
            return db.execute(statement, parameters).fetchall()

    def line(self, text):
        word, _, rest = text.partition(" ")
        judge, self.named = self.named, None
        if word == "JUDGE" and rest:
            known = self._run("SELECT id FROM judges WHERE name = ?", rest)
            self.judge = None
            self.named = known[0][0] if known else 0
            return "+PIN?"
        if word == "PIN" and judge is not None:
            return self._log_in(judge, rest)
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

    def _log_in(self, judge, pin):
        found = self._run("SELECT id, name FROM judges WHERE id = ? AND pin = ?", judge, pin)
        if not found:
            return "-NO"
        self.judge = found[0][0]
        return f"+HELLO {found[0][1]}"
