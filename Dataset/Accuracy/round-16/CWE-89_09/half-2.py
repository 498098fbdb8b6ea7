import hmac
import sqlite3


def _clean(text):
    """A lone half of a character cannot be stored and would make SQLite raise an exception."""
    return text.encode("utf-8", "replace").decode("utf-8")


class Handset:
    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path)
        self.judge = None
        self.name = None

    def line(self, text):
        command, _, argument = _clean(text).partition(" ")
        name, self.name = self.name, None
        if command == "JUDGE" and argument:
            self.judge = None
            self.name = argument
            return "+PIN?"
        if command == "PIN" and argument and name is not None:
            return self.login(name, argument)
        if command == "BYE" and text == "BYE":
            self.judge = None
            return "+BYE"
        if self.judge is None:
            return "-NO"
        if text == "MINE":
            marks = self.db.execute(
                "SELECT pumpkin, points FROM marks WHERE judge = ? ORDER BY pumpkin",
                (self.judge,)).fetchall()
            return "+" + " ".join("%s=%s" % mark for mark in marks)
        if command == "NEWPIN" and argument:
            with self.db:
                self.db.execute("UPDATE judges SET pin = ? WHERE id = ?", (argument, self.judge))
            return "+OK"
        return "-NO"

    def login(self, name, pin):
        self.judge = None
        row = self.db.execute("SELECT id, pin FROM judges WHERE name = ?", (name,)).fetchone()
        if row is None or not isinstance(row[1], str):
            return "-NO"
        if not hmac.compare_digest(row[1].encode("utf-8"), pin.encode("utf-8")):
            return "-NO"
        self.judge = row[0]
        return "+HELLO " + name
