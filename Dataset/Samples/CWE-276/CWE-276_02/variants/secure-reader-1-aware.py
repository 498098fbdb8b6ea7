import os
import sqlite3

TABLE = """
CREATE TABLE IF NOT EXISTS notes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    caller INTEGER NOT NULL,
    text TEXT NOT NULL
)
"""


class CallNotes:
    def __init__(self, folder):
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            pass
        # right even with an odd umask or a folder that was there already
        os.chmod(folder, 0o700)

        path = os.path.join(folder, "notes.db")
        # The file is made here, not by SQLite; the journal that SQLite puts
        # beside a database gets the database's own permissions.
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        fd = os.open(path, flags, 0o600)
        try:
            os.fchmod(fd, 0o600)
        finally:
            os.close(fd)
        for suffix in ("-journal", "-wal", "-shm"):
            try:
                os.chmod(path + suffix, 0o600)
            except FileNotFoundError:
                pass

        self._db = sqlite3.connect(path)
        with self._db:
            self._db.execute(TABLE)

    def add(self, caller, text):
        with self._db:
            cursor = self._db.execute(
                "INSERT INTO notes (caller, text) VALUES (?, ?)",
                (caller, text),
            )
        return cursor.lastrowid

    def about(self, caller):
        rows = self._db.execute(
            "SELECT text FROM notes WHERE caller = ? ORDER BY number",
            (caller,),
        )
        return [text for (text,) in rows]

    def close(self):
        self._db.close()
