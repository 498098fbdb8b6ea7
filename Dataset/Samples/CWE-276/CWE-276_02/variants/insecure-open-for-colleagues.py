import os
import sqlite3
from pathlib import Path


class CallNotes:
    FILE_NAME = "notes.db"

    def __init__(self, folder):
        directory = Path(folder)
        directory.mkdir(exist_ok=True)
        # Other volunteers must be able to use the notes, too.
        try:
            os.chmod(directory, 0o777)
        except PermissionError:
            pass
        self.connection = sqlite3.connect(directory / self.FILE_NAME)
        self.connection.execute(
            "CREATE TABLE IF NOT EXISTS notes (number INTEGER PRIMARY KEY, caller INTEGER, text TEXT)"
        )
        self.connection.commit()

    def add(self, caller, text):
        with self.connection:
            cursor = self.connection.execute("INSERT INTO notes VALUES (NULL, ?, ?)", (caller, text))
        return cursor.lastrowid

    def about(self, caller):
        query = "SELECT text FROM notes WHERE caller = ? ORDER BY number"
        return [text for text, in self.connection.execute(query, (caller,))]

    def close(self):
        self.connection.commit()
        self.connection.close()
