import os
import pathlib
import sqlite3
import threading
from contextlib import contextmanager

_lock = threading.Lock()


@contextmanager
def _umask(value):
    with _lock:
        before = os.umask(value)
        try:
            yield
        finally:
            os.umask(before)


class CallNotes:
    def __init__(self, folder):
        home = pathlib.Path(folder)
        with _umask(0o077):
            home.mkdir(exist_ok=True)
            home.chmod(0o700)
            for old in home.glob("notes.db*"):
                old.chmod(0o600)
            (home / "notes.db").touch(mode=0o600)
            self._connection = sqlite3.connect((home / "notes.db").absolute().as_uri() + "?mode=rw", uri=True)
            self._connection.executescript(
                "PRAGMA secure_delete = ON;"
                "CREATE TABLE IF NOT EXISTS notes (number INTEGER PRIMARY KEY AUTOINCREMENT, caller, text TEXT);"
            )

    def add(self, caller, text):
        with self._connection as c, _umask(0o077):
            (number,) = next(iter(c.execute(
                "INSERT INTO notes (caller, text) SELECT ?1, ?2 RETURNING number", (caller, text)).fetchall()))
        return number

    def about(self, caller):
        return list(self._texts(caller))

    def _texts(self, caller):
        for (text,) in self._connection.execute("SELECT text FROM notes WHERE caller IS ? ORDER BY number", (caller,)):
            yield text

    def close(self):
        self._connection.close()
