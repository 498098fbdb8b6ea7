import fcntl
import os
import sqlite3
import tempfile
import threading
from contextlib import closing, contextmanager

_threads = threading.Lock()
_processes = open(os.path.join(tempfile.gettempdir(), "serial-keys.lock"), "a")


@contextmanager
def _alone():
    """Keep out the other threads, then the other processes."""
    with _threads:
        fcntl.flock(_processes, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(_processes, fcntl.LOCK_UN)


def _take(conn, customer):
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
    with conn:
        conn.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, row[0]))
    return row[1]


def hand_out(db_path, customer):
    with _alone(), closing(sqlite3.connect(db_path, timeout=30)) as conn:
        return _take(conn, customer)
