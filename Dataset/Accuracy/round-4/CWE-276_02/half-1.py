import os
import sqlite3


class CallNotes:
    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        os.chmod(folder, 0o700)
        path = os.path.join(folder, "notes.db")
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        os.chmod(path, 0o600)
        self._db = sqlite3.connect(path)
        with self._db:
            self._db.execute("CREATE TABLE IF NOT EXISTS notes"
                             " (id INTEGER PRIMARY KEY, caller INTEGER, text TEXT)")

    def add(self, caller, text):
        with self._db:
            return self._db.execute("INSERT INTO notes (caller, text) VALUES (?, ?)",
                                    (caller, text)).lastrowid

    def about(self, caller):
        rows = self._db.execute("SELECT text FROM notes WHERE caller = ? ORDER BY id", (caller,))
        return [text for (text,) in rows]

    def close(self):
        self._db.close()
