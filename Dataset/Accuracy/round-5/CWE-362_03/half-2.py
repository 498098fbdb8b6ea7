import fcntl
import hashlib
import os
import sqlite3
import tempfile
from contextlib import closing, contextmanager


@contextmanager
def _exclusive(db_path):
    """One lock file for each database, for all threads and processes."""
    name = "keys-%s.lock" % hashlib.sha256(os.fsencode(db_path)).hexdigest()[:24]
    with open(os.path.join(tempfile.gettempdir(), name), "a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def hand_out(db_path, customer):
    with _exclusive(db_path), closing(sqlite3.connect(db_path, timeout=30)) as conn:
        row = conn.execute(
            "SELECT serial FROM keys WHERE customer = ? ORDER BY id LIMIT 1", (customer,)
        ).fetchone()
        if row:
            return row[0]
        row = conn.execute(
            "SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1"
        ).fetchone()
        if row is None:
            return None
        conn.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, row[0]))
        conn.commit()
        return row[1]
