import os
import sqlite3


class CallNotes:
    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, "notes.db")
        self._db = sqlite3.connect(path)
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS notes"
            " (number INTEGER PRIMARY KEY AUTOINCREMENT, caller INTEGER NOT NULL, text TEXT NOT NULL)")
        self._db.commit()
        os.chmod(folder, 0o700)
        for name in os.listdir(folder):
            os.chmod(os.path.join(folder, name), 0o600)

    def add(self, caller, text):
        cursor = self._db.execute("INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text))
        self._db.commit()
        return cursor.lastrowid

    def about(self, caller):
        return [row[0] for row in self._db.execute(
            "SELECT text FROM notes WHERE caller = ? ORDER BY number", (caller,))]

    def close(self):
        self._db.close()
