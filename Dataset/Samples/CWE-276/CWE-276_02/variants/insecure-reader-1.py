import os
import sqlite3


class CallNotes:
    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.conn = sqlite3.connect(os.path.join(folder, "notes.db"))
        self.conn.execute(
            "CREATE TABLE IF NOT EXISTS notes ("
            "id INTEGER PRIMARY KEY AUTOINCREMENT, "
            "caller INTEGER, text TEXT)"
        )
        self.conn.commit()

    def add(self, caller, text):
        cur = self.conn.execute(
            "INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text)
        )
        self.conn.commit()
        return cur.lastrowid

    def about(self, caller):
        rows = self.conn.execute(
            "SELECT text FROM notes WHERE caller = ? ORDER BY id", (caller,)
        )
        return [row[0] for row in rows]

    def close(self):
        self.conn.close()
