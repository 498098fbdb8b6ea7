import os
import sqlite3
import stat
from pathlib import Path


class CallNotes:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        os.chmod(self.folder, stat.S_IRWXU)
        conn = self.open()
        conn.executescript("""
            CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, caller INTEGER NOT NULL, text TEXT NOT NULL);
            CREATE INDEX IF NOT EXISTS notes_by_caller ON notes (caller);
        """)
        conn.close()
        print("notes in", self.folder)

    def open(self):
        return sqlite3.connect(self.folder / "notes.db")

    def add(self, caller, text):
        conn = self.open()
        number = conn.execute("INSERT INTO notes (caller, text) VALUES (:c, :t)", {"c": caller, "t": text}).lastrowid
        conn.commit()
        conn.close()
        return number

    def about(self, caller):
        conn = self.open()
        try:
            return [row[0] for row in conn.execute("SELECT text FROM notes WHERE caller = ? ORDER BY id", [caller])]
        finally:
            conn.close()

    def close(self):
        pass
