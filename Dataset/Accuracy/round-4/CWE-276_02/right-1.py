import os
import sqlite3
from contextlib import closing, contextmanager, suppress


@contextmanager
def private_umask():
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


class CallNotes:
    def __init__(self, folder):
        self._path = os.path.join(os.path.abspath(folder), "notes.db")
        with private_umask():
            with suppress(FileExistsError):
                os.mkdir(folder, 0o700)
            os.chmod(folder, 0o700)
            with open(self._path, "ab") as file:
                os.fchmod(file.fileno(), 0o600)
            for ending in ("-journal", "-wal", "-shm"):
                with suppress(FileNotFoundError):
                    os.chmod(self._path + ending, 0o600)
        self._run("CREATE TABLE IF NOT EXISTS note (n INTEGER PRIMARY KEY, caller TEXT, body BLOB)")

    def _run(self, statement, *values):
        with private_umask(), closing(sqlite3.connect(self._path)) as db, db:
            cursor = db.execute(statement, values)
            return cursor.fetchall(), cursor.lastrowid

    def add(self, caller, text):
        return self._run("INSERT INTO note (caller, body) VALUES (?, ?)",
                         str(int(caller)), text.encode("utf-8", "surrogatepass"))[1]

    def about(self, caller):
        rows, _ = self._run("SELECT body FROM note WHERE caller = ? ORDER BY n", str(int(caller)))
        return [bytes(body).decode("utf-8", "surrogatepass") for body, in rows]

    def close(self):
        pass
