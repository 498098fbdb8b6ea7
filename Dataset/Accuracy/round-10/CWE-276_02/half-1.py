"""Notes about calls, kept in an SQLite database that only this account can reach."""

import os
import sqlite3


class CallNotes:
    """The notes of the helpline in one folder."""

    FOLDER_MODE = 0o700
    FILE_MODE = 0o600

    def __init__(self, folder):
        path = os.path.join(folder, "notes.db")
        try:
            os.mkdir(folder, self.FOLDER_MODE)
        except FileExistsError:
            pass
        # The database exists, with the right mode, before SQLite sees it; the files that
        # SQLite puts beside it get the mode of the database.
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW,
                         self.FILE_MODE)
        try:
            os.fchmod(handle, self.FILE_MODE)
        finally:
            os.close(handle)
        self._db = sqlite3.connect(path)
        # Also a folder that was there already is for its owner only.
        os.chmod(folder, self.FOLDER_MODE)
        with self._db:
            self._db.execute(
                "CREATE TABLE IF NOT EXISTS notes ("
                "number INTEGER PRIMARY KEY AUTOINCREMENT, caller TEXT NOT NULL, text BLOB NOT NULL)"
            )
            self._db.execute("CREATE INDEX IF NOT EXISTS by_caller ON notes (caller)")

    def add(self, caller, text):
        with self._db:
            cursor = self._db.execute(
                "INSERT INTO notes (caller, text) VALUES (?, ?)",
                (str(int(caller)), text.encode("utf-8", "surrogatepass")),
            )
        return cursor.lastrowid

    def about(self, caller):
        rows = self._db.execute(
            "SELECT text FROM notes WHERE caller = ? ORDER BY number", (str(int(caller)),)
        )
        return [bytes(text).decode("utf-8", "surrogatepass") for (text,) in rows]

    def close(self):
        self._db.close()
