import fcntl
import os
import sqlite3


def hand_out(db_path, customer):
    # Every call opens the file anew, so that flock keeps threads and processes apart.
    with open(os.path.realpath(db_path) + ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _hand_out(db_path, customer)


def _hand_out(db_path, customer):
    connection = sqlite3.connect(db_path)
    try:
        known = connection.execute("SELECT serial FROM keys WHERE customer = ?", (customer,)).fetchall()
        if known:
            return known[0][0]
        free = connection.execute(
            "SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id ASC LIMIT 1").fetchall()
        if not free:
            return None
        with connection:
            connection.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, free[0][0]))
        return free[0][1]
    finally:
        connection.close()
