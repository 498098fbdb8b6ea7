import fcntl
import os
import sqlite3
from contextlib import closing, contextmanager, suppress


@contextmanager
def _only_one(db_path):
    """Lets one thread of one process through at a time."""
    lock_path = os.path.realpath(db_path) + ".lock"
    with open(lock_path, "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            with suppress(FileNotFoundError):
                os.unlink(lock_path)


def hand_out(db_path, customer):
    with _only_one(db_path), closing(sqlite3.connect(db_path, timeout=30)) as connection:
        row = connection.execute(
            "SELECT serial FROM keys WHERE customer = ?", (customer,)
        ).fetchone()
        if row is not None:
            return row[0]
        row = connection.execute(
            "SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1"
        ).fetchone()
        if row is None:
            return None
        connection.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, row[0]))
        connection.commit()
        return row[1]
