import os
import sqlite3
from contextlib import contextmanager


@contextmanager
def private():
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


class CallNotes:
    def __init__(self, folder):
        with private():
            os.makedirs(folder, mode=0o700, exist_ok=True)
            self._db = sqlite3.connect(os.path.join(folder, "notes.db"))
            self._db.execute(
                "CREATE TABLE IF NOT EXISTS notes"
                " (id INTEGER PRIMARY KEY AUTOINCREMENT, caller INTEGER, text TEXT)")
            self._db.commit()

    def add(self, caller, text):
        with private(), self._db:
            return self._db.execute(
                "INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text)).lastrowid

    def about(self, caller):
        rows = self._db.execute("SELECT text FROM notes WHERE caller = ? ORDER BY id", (caller,))
        return [text for (text,) in rows]

    def close(self):
        self._db.close()
