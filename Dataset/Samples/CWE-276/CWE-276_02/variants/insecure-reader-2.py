import os
import sqlite3


class CallNotes:
    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.db = sqlite3.connect(os.path.join(folder, "notes.db"))
        self.db.execute(
            "CREATE TABLE IF NOT EXISTS notes ("
            "id INTEGER PRIMARY KEY AUTOINCREMENT, "
            "caller INTEGER NOT NULL, "
            "text TEXT NOT NULL)"
        )
        self.db.commit()

    def add(self, caller, text):
        cursor = self.db.execute(
            "INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text)
        )
        self.db.commit()
        return cursor.lastrowid

    def about(self, caller):
        rows = self.db.execute(
            "SELECT text FROM notes WHERE caller = ? ORDER BY id", (caller,)
        )
        return [row[0] for row in rows]

    def close(self):
        self.db.close()
