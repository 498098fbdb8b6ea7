import os
import sqlite3


def _private_folder(folder):
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        pass
    os.chmod(folder, 0o700)  # also for an older folder or an odd umask


def _private_file(path):
    # The file is there, and closed to others, before SQLite sees it.
    # SQLite gives its journal the permissions of the database.
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        os.fchmod(fd, 0o600)
    finally:
        os.close(fd)


class CallNotes:
    def __init__(self, folder):
        _private_folder(folder)
        path = os.path.join(folder, "notes.db")
        _private_file(path)
        for ending in ("-journal", "-wal", "-shm"):  # left over from earlier
            if os.path.exists(path + ending):
                os.chmod(path + ending, 0o600)
        self._db = sqlite3.connect(path)
        with self._db:
            self._db.execute(
                "CREATE TABLE IF NOT EXISTS notes "
                "(number INTEGER PRIMARY KEY, caller INTEGER, text TEXT)"
            )

    def add(self, caller, text):
        with self._db:
            cursor = self._db.execute(
                "INSERT INTO notes (caller, text) VALUES (?, ?)", (caller, text)
            )
        return cursor.lastrowid

    def about(self, caller):
        rows = self._db.execute(
            "SELECT text FROM notes WHERE caller = ? ORDER BY number", (caller,)
        )
        return [text for (text,) in rows]

    def close(self):
        self._db.close()
