import os
import sqlite3


class CallNotes:
    def __init__(self, folder):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        os.chmod(folder, 0o700)
        path = os.path.join(folder, "notes.db")
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        self.connection = sqlite3.connect(path)
        with self.connection:
            self.connection.execute(
                "CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY AUTOINCREMENT, caller INTEGER, text TEXT)"
            )

    def add(self, caller, text):
        with self.connection:
            cursor = self.connection.execute("INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text))
        return cursor.lastrowid

    def about(self, caller):
        rows = self.connection.execute("SELECT text FROM notes WHERE caller = ? ORDER BY id", (caller,))
        return [text for (text,) in rows]

    def close(self):
        self.connection.close()
