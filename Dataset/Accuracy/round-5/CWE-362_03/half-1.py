import sqlite3
import threading
from contextlib import closing

_lock = threading.Lock()


def hand_out(db_path, customer):
    # looking and marking are one step: nobody else gets in between
    with _lock, closing(sqlite3.connect(db_path, timeout=30)) as conn:
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
