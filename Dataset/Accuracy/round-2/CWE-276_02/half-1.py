import os
import sqlite3


class CallNotes:
    def __init__(self, folder):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        path = os.path.join(folder, "notes.db")
        # made by hand, as SQLite would leave the permissions to the umask;
        # its journal gets the permissions of the database
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        self._db = sqlite3.connect(path)
        with self._db:
            self._db.execute("CREATE TABLE IF NOT EXISTS notes"
                             " (number INTEGER PRIMARY KEY, caller INTEGER NOT NULL, text TEXT NOT NULL)")

    def add(self, caller, text):
        with self._db:
            return self._db.execute("INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text)).lastrowid

    def about(self, caller):
        rows = self._db.execute("SELECT text FROM notes WHERE caller = ? ORDER BY number", (caller,))
        return [text for (text,) in rows]

    def close(self):
        self._db.close()
