"""Notes about calls, for the eyes of this program only."""
import os
import sqlite3

_SIDE_FILES = ("-journal", "-wal", "-shm")


class CallNotes:
    def __init__(self, folder):
        self._path = os.path.join(folder, "notes.db")
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            pass
        # First of all the door: from here on nobody else gets into the folder.
        os.chmod(folder, 0o700)
        if os.path.exists(self._path) and os.stat(self._path).st_mode & 0o077:
            self._renew()
        # SQLite gives the files beside the database the permissions of the database.
        fd = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.fchmod(fd, 0o600)
        finally:
            os.close(fd)
        self._db = sqlite3.connect(self._path)
        with self._db:
            self._db.execute(
                "CREATE TABLE IF NOT EXISTS note"
                " (number INTEGER PRIMARY KEY AUTOINCREMENT, caller TEXT NOT NULL, words BLOB NOT NULL)"
            )
            self._db.execute("CREATE INDEX IF NOT EXISTS by_caller ON note (caller, number)")

    def _renew(self):
        """The database was open to others, who may still hold it: go on with a copy of it."""
        draft = self._path + ".new"
        if os.path.lexists(draft):
            os.unlink(draft)
        os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        os.chmod(draft, 0o600)
        old, new = sqlite3.connect(self._path), sqlite3.connect(draft)
        try:
            old.backup(new)
        finally:
            old.close()
            new.close()
        os.replace(draft, self._path)
        for ending in _SIDE_FILES:
            if os.path.lexists(self._path + ending):
                os.unlink(self._path + ending)

    def add(self, caller, text):
        with self._db:
            cursor = self._db.execute(
                "INSERT INTO note (caller, words) VALUES (?, ?)",
                (str(int(caller)), text.encode("utf-8", "surrogatepass")),
            )
        return cursor.lastrowid

    def about(self, caller):
        rows = self._db.execute(
            "SELECT words FROM note WHERE caller = ? ORDER BY number", (str(int(caller)),)
        )
        return [bytes(words).decode("utf-8", "surrogatepass") for (words,) in rows]

    def close(self):
        self._db.close()
