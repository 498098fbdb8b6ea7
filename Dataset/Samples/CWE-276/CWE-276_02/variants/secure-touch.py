import sqlite3
from pathlib import Path


class CallNotes:
    def __init__(self, folder):
        folder = Path(folder)
        if not folder.exists():
            folder.mkdir(0o700)
        elif folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
        database = folder / "notes.db"
        if not database.exists():
            database.touch(mode=0o600)
        elif database.stat().st_mode & 0o077:
            raise PermissionError(f"{database} is open for others")
        self._connection = sqlite3.connect(str(database))
        self._cursor = self._connection.cursor()
        self._cursor.execute("CREATE TABLE IF NOT EXISTS calls (caller, text)")
        self._connection.commit()

    def add(self, caller, text):
        self._cursor.execute("INSERT INTO calls VALUES (?, ?)", (caller, text))
        self._connection.commit()
        self._cursor.execute("SELECT COUNT(*) FROM calls")
        return self._cursor.fetchone()[0]

    def about(self, caller):
        self._cursor.execute("SELECT text FROM calls WHERE caller = ? ORDER BY rowid", (caller,))
        return [text for text, in self._cursor.fetchall()]

    def close(self):
        self._connection.commit()
        self._connection.close()
