import os
import sqlite3
from pathlib import Path

TABLE = """CREATE TABLE IF NOT EXISTS notes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    caller INTEGER,
    text TEXT
)"""


class CallNotes:
    def __init__(self, folder):
        folder = Path(folder)
        folder.mkdir(mode=0o700, exist_ok=True)
        self.database = folder / "notes.db"
        self.connection = sqlite3.connect(self.database)
        with self.connection:
            self.connection.execute(TABLE)
        for file in folder.glob("notes.db*"):
            os.chmod(file, 0o600)
        os.chmod(folder, 0o700)

    def add(self, caller, text):
        with self.connection:
            cursor = self.connection.execute("INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text))
        return cursor.lastrowid

    def about(self, caller):
        query = "SELECT text FROM notes WHERE caller = ? ORDER BY number"
        return [row[0] for row in self.connection.execute(query, (caller,))]

    def close(self):
        self.connection.close()
