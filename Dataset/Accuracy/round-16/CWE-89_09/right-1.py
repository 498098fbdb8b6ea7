"""A handset: a new connection for each line, texts compared as bytes, any failure logs out."""
import sqlite3
from contextlib import closing


def _bytes(text):
    """The bytes of a text as in the file, or None if it can be in no file."""
    try:
        return text.encode("utf-8")
    except UnicodeError:
        return None


class _File:
    def __init__(self, path):
        self.path = path

    def _open(self):
        connection = sqlite3.connect(self.path)
        connection.text_factory = bytes
        return closing(connection)

    def enter(self, name, pin):
        if name is None or pin is None:
            return None
        with self._open() as db:
            for judge, *known in db.execute(
                    "SELECT id, name, pin FROM judges "
                    "WHERE typeof(name) = 'text' AND typeof(pin) = 'text'"):
                if known == [name, pin]:
                    return judge
        return None

    def marks(self, judge):
        with self._open() as db:
            found = db.execute("SELECT pumpkin, points FROM marks WHERE judge IS ?", [judge])
            return sorted(((label.decode() if isinstance(label, bytes) else str(label), points)
                           for label, points in found), key=lambda mark: mark[0])

    def change(self, judge, pin):
        with self._open() as db, db:
            return db.execute("UPDATE judges SET pin = ? WHERE id IS ?",
                              [pin, judge]).rowcount


class Handset:
    def __init__(self, db_path):
        self._file = _File(db_path)
        self._state = (None, None)          # who is logged in, which name waits for its pin

    def line(self, text):
        (judge, waiting), self._state = self._state, (None, None)
        kept = (judge, None)
        match text.split(" ", 1):
            case ["JUDGE", name] if name:
                self._state = (None, name)
                return "+PIN?"
            case ["BYE"]:
                return "+BYE"
            case ["PIN", pin] if pin and waiting is not None:
                judge = self._file.enter(_bytes(waiting), _bytes(pin))
                self._state = (judge, None)
                return "-NO" if judge is None else "+HELLO %s" % waiting
            case ["MINE"] if judge is not None:
                marks = self._file.marks(judge)
                self._state = kept
                return "+" + " ".join("%s=%s" % mark for mark in marks)
            case ["NEWPIN", pin] if pin and judge is not None and _bytes(pin) is not None:
                changed = self._file.change(judge, pin)
                self._state = kept
                return "+OK" if changed else "-NO"
        self._state = kept
        return "-NO"
