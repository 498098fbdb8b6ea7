import fcntl
import os
import sqlite3
import time
from contextlib import closing, contextmanager


@contextmanager
def only_one(db_path):
    with open(os.path.realpath(db_path) + ".lock", "a") as lock:
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(0.05)
        yield


def hand_out(db_path, customer):
    with only_one(db_path), closing(sqlite3.connect(db_path, timeout=30)) as db:
        row = db.execute("SELECT serial FROM keys WHERE customer = ?", (customer,)).fetchone()
        if row:
            return row[0]
        row = db.execute("SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1").fetchone()
        if row is None:
            return None
        db.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, row[0]))
        db.commit()
        return row[1]
