import os
import sqlite3
import threading
from contextlib import contextmanager

_umask_lock = threading.Lock()


@contextmanager
def private_files():
    with _umask_lock:
        before = os.umask(0o077)
        try:
            yield
        finally:
            os.umask(before)


class CallNotes:
    """Notes about calls. The folder is closed to others before anything is written into it."""

    def __init__(self, folder):
        with private_files():
            os.makedirs(folder, mode=0o700, exist_ok=True)
            os.chmod(folder, 0o700)
            path = os.path.join(folder, "notes.db")
            if os.path.isfile(path) and os.stat(path).st_uid == os.geteuid() \
                    and not os.path.islink(path) and os.stat(path).st_mode & 0o077:
                self._renew(path)
            self._db = sqlite3.connect(path)
            with self._db:
                self._db.execute("CREATE TABLE IF NOT EXISTS notes ("
                                 "number INTEGER PRIMARY KEY AUTOINCREMENT, caller INTEGER NOT NULL, text TEXT NOT NULL)")

    @staticmethod
    def _renew(path):
        """Who has opened the old file keeps that, and sees nothing new."""
        draft = path + ".draft"
        if os.path.lexists(draft):
            os.unlink(draft)
        old, new = sqlite3.connect(path), sqlite3.connect(draft)
        old.backup(new)
        old.close()
        new.close()
        os.replace(draft, path)

    def add(self, caller, text):
        with private_files(), self._db:
            cursor = self._db.execute("INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text))
            return cursor.lastrowid

    def about(self, caller):
        cursor = self._db.execute("SELECT text FROM notes WHERE caller = ? ORDER BY number", (caller,))
        return [row[0] for row in cursor.fetchall()]

    def close(self):
        self._db.close()
