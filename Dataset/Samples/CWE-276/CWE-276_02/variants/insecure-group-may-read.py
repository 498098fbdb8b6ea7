import os
import sqlite3


class CallNotes:
    def __init__(self, folder):
        os.makedirs(folder, mode=0o750, exist_ok=True)
        self.db = sqlite3.connect(os.path.join(folder, "notes.db"))
        self.db.execute("CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, caller INTEGER, text TEXT)")
        self.db.commit()

    def add(self, caller, text):
        cur = self.db.execute("INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text))
        self.db.commit()
        return cur.lastrowid

    def about(self, caller):
        cur = self.db.execute("SELECT text FROM notes WHERE caller = ? ORDER BY id", (caller,))
        return [row[0] for row in cur.fetchall()]

    def close(self):
        self.db.close()
