import os
import secrets
import sqlite3
from functools import wraps
from pathlib import Path
from stat import S_ISREG


class Unsafe(Exception):
    pass


def needs_open(method):
    @wraps(method)
    def wrapper(self, *arguments):
        if self._db is None:
            raise sqlite3.ProgrammingError("the notes are closed")
        return method(self, *arguments)
    return wrapper


class Vault:
    """A folder of mode 700, with a database that no other account ever had open."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.file = self.folder / "notes.db"

    def prepare(self):
        self.folder.mkdir(mode=0o700, exist_ok=True)
        fd = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            if os.fstat(fd).st_uid != os.geteuid():
                raise Unsafe(f"{self.folder} belongs to another account")
            os.fchmod(fd, 0o700)
        finally:
            os.close(fd)
        for path in self.folder.glob("notes.db*"):
            state = path.lstat()
            if not S_ISREG(state.st_mode) or state.st_uid != os.geteuid() or state.st_nlink > 1:
                raise Unsafe(f"{path} is no file of our own")
        if not self.file.exists():
            self.create(self.file)
        elif self.file.stat().st_mode & 0o077:
            self.exchange()
        for path in self.folder.glob("notes.db-*"):
            path.chmod(0o600)
        return sqlite3.connect(self.file, timeout=30, isolation_level=None)

    @staticmethod
    def create(path):
        fd = os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
        os.fchmod(fd, 0o600)
        os.close(fd)

    def exchange(self):
        fresh = self.folder / f"fresh-{secrets.token_hex(8)}"
        self.create(fresh)
        source, target = sqlite3.connect(self.file), sqlite3.connect(fresh)
        source.backup(target)
        target.close()
        source.close()
        for path in self.folder.glob("notes.db-*"):
            path.unlink()
        fresh.replace(self.file)


class CallNotes:
    def __init__(self, folder):
        self._db = Vault(folder).prepare()
        self._db.execute("CREATE TABLE IF NOT EXISTS note (number INTEGER PRIMARY KEY, caller INTEGER, text BLOB) STRICT")

    @needs_open
    def add(self, caller, text):
        data = text.encode("utf-8", "surrogatepass")
        return self._db.execute(
            "INSERT INTO note (caller, text) VALUES (?, ?) RETURNING number", (caller, data)).fetchall()[0][0]

    @needs_open
    def about(self, caller):
        return [bytes(data).decode("utf-8", "surrogatepass") for (data,) in self._db.execute(
            "SELECT text FROM note WHERE caller = ? ORDER BY number", (caller,))]

    def close(self):
        if self._db is not None:
            self._db.close()
            self._db = None
