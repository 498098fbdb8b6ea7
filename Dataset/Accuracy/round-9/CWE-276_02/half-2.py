"""Notes about calls, for the eyes of this program only."""
import os
import sqlite3
import stat

_SCHEMA = """
CREATE TABLE IF NOT EXISTS notes (
    id INTEGER PRIMARY KEY,
    caller TEXT NOT NULL,
    note BLOB NOT NULL
)
"""


def _shut(path, flags, mode):
    """Take all permissions on `path` from everybody but its owner; links are not followed."""
    fd = os.open(path, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        state = os.fstat(fd)
        if state.st_uid != os.geteuid():
            raise PermissionError(f"{path} belongs to another account")
        if stat.S_ISREG(state.st_mode) and state.st_nlink != 1:
            raise PermissionError(f"{path} has a second name")
        os.fchmod(fd, mode)
    finally:
        os.close(fd)


class CallNotes:
    def __init__(self, folder):
        folder = os.path.realpath(folder)
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            pass
        _shut(folder, os.O_RDONLY | os.O_DIRECTORY, 0o700)
        database = os.path.join(folder, "notes.db")
        # made by us with the right mode, so that SQLite does not do it with the umask's
        _shut(database, os.O_RDWR | os.O_CREAT, 0o600)
        for side in ("-journal", "-wal", "-shm"):
            try:
                _shut(database + side, os.O_RDWR, 0o600)
            except FileNotFoundError:
                pass
        self._connection = sqlite3.connect(database)
        with self._connection:
            self._connection.execute(_SCHEMA)

    def add(self, caller, text):
        with self._connection as connection:
            return connection.execute(
                "INSERT INTO notes (caller, note) VALUES (?, ?)",
                (str(int(caller)), text.encode("utf-8", "surrogatepass")),
            ).lastrowid

    def about(self, caller):
        return [
            note.decode("utf-8", "surrogatepass")
            for (note,) in self._connection.execute(
                "SELECT note FROM notes WHERE caller = ? ORDER BY id", (str(int(caller)),)
            )
        ]

    def close(self):
        self._connection.close()
