import fcntl
import os
import sqlite3
from contextlib import closing, contextmanager


@contextmanager
def _exclusive(db_path):
    with open(os.path.abspath(db_path) + ".lock", "a") as f:
        fcntl.flock(f, fcntl.LOCK_EX)
        yield


def hand_out(db_path, customer):
    with _exclusive(db_path), closing(sqlite3.connect(db_path, timeout=30)) as db:
        row = db.execute("SELECT serial FROM keys WHERE customer = ? ORDER BY id LIMIT 1", (customer,)).fetchone()
        if row is not None:
            return row[0]
        row = db.execute("SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1").fetchone()
        if row is None:
            return None
        key, serial = row
        db.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, key))
        db.commit()
        return serial
