import os
import sqlite3

SCHEMA = """
CREATE TABLE IF NOT EXISTS notes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    caller TEXT NOT NULL,
    text BLOB NOT NULL
)
"""


class CallNotes:
    """Notes about calls, for the volunteers on duty only."""

    def __init__(self, folder):
        try:
            os.mkdir(folder, 0o700)
            os.chmod(folder, 0o700)
        except FileExistsError:
            pass
        path = os.path.join(folder, "notes.db")
        self._database = sqlite3.connect(path)
        with self._database:
            self._database.execute(SCHEMA)
        self._protect(folder)

    @staticmethod
    def _protect(folder):
        os.chmod(folder, 0o700)
        for name in os.listdir(folder):
            if name.startswith("notes.db"):
                os.chmod(os.path.join(folder, name), 0o600)

    def add(self, caller, text):
        with self._database:
            cursor = self._database.execute(
                "INSERT INTO notes (caller, text) VALUES (?, ?)",
                (str(int(caller)), text.encode("utf-8", "surrogatepass")),
            )
        return cursor.lastrowid

    def about(self, caller):
        rows = self._database.execute(
            "SELECT text FROM notes WHERE caller = ? ORDER BY number",
            (str(int(caller)),),
        )
        return [row[0].decode("utf-8", "surrogatepass") for row in rows]

    def close(self):
        self._database.close()
