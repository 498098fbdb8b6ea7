"""A handset is a conversation: a generator that is sent lines and yields answers."""
import sqlite3
from typing import NamedTuple


class _Judge(NamedTuple):
    number: int
    name: str


def _strict(text):
    """SQLite keeps UTF-8; what cannot be written so is no text that a judge could have."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return text != ""


class Handset:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, isolation_level=None)
        self._db.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
        self._restart()

    def _restart(self):
        self._talk = self._conversation()
        next(self._talk)

    def line(self, text):
        try:
            return self._talk.send(text)
        except BaseException:
            self._restart()             # after a mishap nobody is logged in, and no name is waiting
            raise

    def _conversation(self):
        judge, answer = None, None
        text = yield
        while True:
            match text.split(" ", 1):
                case ["JUDGE", name] if name:
                    judge = None
                    text = yield "+PIN?"
                    word, _, pin = text.partition(" ")
                    if word != "PIN":
                        continue        # any other line is read as always
                    judge = self._find(name, pin)
                    answer = f"+HELLO {name}" if judge else "-NO"
                case ["BYE"]:
                    judge, answer = None, "+BYE"
                case ["MINE"] if judge:
                    answer = "+" + self._marks(judge)
                case ["NEWPIN", pin] if judge and _strict(pin):
                    answer = self._change(judge, pin)
                case _:
                    answer = "-NO"
            text = yield answer

    def _find(self, name, pin):
        if not (_strict(name) and _strict(pin)):
            return None
        row = self._db.execute(
            "SELECT id FROM judges WHERE name = :name COLLATE BINARY AND pin = :pin COLLATE BINARY"
            " AND typeof(name) = 'text' AND typeof(pin) = 'text'", {"name": name, "pin": pin}).fetchone()
        return row and _Judge(row[0], name)

    def _marks(self, judge):
        rows = self._db.execute("SELECT pumpkin, points FROM marks WHERE judge = :number ORDER BY pumpkin, rowid",
                                {"number": judge.number})
        return " ".join("=".join(map(str, row)) for row in rows)

    def _change(self, judge, pin):
        done = self._db.execute("UPDATE judges SET pin = :pin WHERE id = :number", {"pin": pin, "number": judge.number})
        return "+OK" if done.rowcount else "-NO"
