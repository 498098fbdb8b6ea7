"""Notes about calls, kept in an SQLite database that only this account can reach."""

import os
import sqlite3
import stat


class CallNotes:
    """The notes of the helpline in one folder.

    The folder is closed to others before anything in it is touched. The rollback journal is kept
    instead of being made anew for each note, which is easier on the disk.
    """

    def __init__(self, folder):
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            pass
        os.chmod(folder, 0o700)
        path = os.path.join(folder, "notes.db")
        self._make_private(path)
        self._db = sqlite3.connect(path)
        self._db.execute("PRAGMA journal_mode = PERSIST")
        with self._db:
            self._db.execute(
                "CREATE TABLE IF NOT EXISTS notes ("
                "number INTEGER PRIMARY KEY AUTOINCREMENT, caller TEXT NOT NULL, text BLOB NOT NULL)"
            )

    @staticmethod
    def _make_private(path):
        """Makes the database if need be. SQLite gives the journal the same mode."""
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
                raise PermissionError(f"{path} is not a file of this account")
            os.fchmod(handle, 0o600)
        finally:
            os.close(handle)

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
        ).fetchall()
        return [bytes(text).decode("utf-8", "surrogatepass") for (text,) in rows]

    def close(self):
        self._db.close()
