import os
import sqlite3
import stat
from pathlib import Path

OWNER_FOLDER = stat.S_IRWXU
OWNER_FILE = stat.S_IRUSR | stat.S_IWUSR


def _secure(folder):
    """Close the folder first, then everything in it, then make the empty database file."""
    try:
        os.mkdir(folder, OWNER_FOLDER)
    except FileExistsError:
        pass
    os.chmod(folder, OWNER_FOLDER)
    for name in ("notes.db", "notes.db-journal", "notes.db-wal", "notes.db-shm"):
        path = folder / name
        flags = os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC
        if name == "notes.db":
            flags |= os.O_CREAT
        try:
            os.chmod(path, OWNER_FILE, follow_symlinks=True) if path.is_file() and not path.is_symlink() else None
            handle = os.open(path, flags, OWNER_FILE)
        except FileNotFoundError:
            continue
        try:
            os.fchmod(handle, OWNER_FILE)
        finally:
            os.close(handle)
    return folder / "notes.db"


class CallNotes:
    def __init__(self, folder):
        self._db = sqlite3.connect(_secure(Path(folder)))
        with self._db:
            self._db.execute("CREATE TABLE IF NOT EXISTS notes (number INTEGER PRIMARY KEY, caller TEXT, text BLOB)")

    def add(self, caller, text):
        data = text.encode("utf-8", "surrogatepass")
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            done = self._db.execute("INSERT INTO notes (caller, text) VALUES (?, ?)", (str(int(caller)), data))
        return done.lastrowid

    def about(self, caller):
        found = self._db.execute("SELECT text FROM notes WHERE caller = ? ORDER BY number", (str(int(caller)),))
        return [bytes(data).decode("utf-8", "surrogatepass") for data, in found]

    def close(self):
        self._db.close()
