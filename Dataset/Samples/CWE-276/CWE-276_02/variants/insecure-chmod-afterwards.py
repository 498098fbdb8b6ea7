import os
import sqlite3


class CallNotes:
    def __init__(self, folder):
        if not os.path.exists(folder):
            os.mkdir(folder)
        path = os.path.join(folder, "notes.db")
        self.conn = sqlite3.connect(path)
        self.conn.execute("CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, caller INTEGER, text TEXT)")
        self.conn.commit()
        os.chmod(path, 0o600)

    def add(self, caller, text):
        number = self.conn.execute("INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text)).lastrowid
        self.conn.commit()
        return number

    def about(self, caller):
        return [r[0] for r in self.conn.execute("SELECT text FROM notes WHERE caller = ? ORDER BY id", (caller,))]

    def close(self):
        self.conn.close()
