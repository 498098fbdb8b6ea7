import os
import sqlite3
import threading
from contextlib import contextmanager
from typing import Iterator, List

#: The umask is that of all threads.
UMASK = threading.RLock()


@contextmanager
def private_files() -> Iterator[None]:
    with UMASK:
        old = os.umask(0o077)
        try:
            yield
        finally:
            os.umask(old)


class CallNotes:
    """Notes about calls, for the account of the helpline only."""

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, "notes.db")
        with private_files():
            if not os.path.isdir(folder):
                os.mkdir(folder)
            os.chmod(folder, 0o700)
            self.db = sqlite3.connect(self.path, isolation_level=None)
            self.db.execute("PRAGMA journal_mode = WAL")
            self.db.execute("CREATE TABLE IF NOT EXISTS note (number INTEGER PRIMARY KEY, caller INT, text TEXT)")

    def add(self, caller: int, text: str) -> int:
        with private_files():
            return self.db.execute("INSERT INTO note (caller, text) VALUES (?, ?)", (caller, text)).lastrowid

    def about(self, caller: int) -> List[str]:
        found = self.db.execute("SELECT text FROM note WHERE caller = ? ORDER BY number", (caller,)).fetchall()
        return [row[0] for row in found]

    def close(self) -> None:
        self.db.close()


if __name__ == "__main__":
    notes = CallNotes("/tmp/helpline")
    print(notes.add(7, "called about the exam"))
