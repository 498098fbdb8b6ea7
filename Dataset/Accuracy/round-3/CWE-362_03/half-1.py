import sqlite3
import threading
from contextlib import closing

_lock = threading.Lock()


def hand_out(db_path, customer):
    with _lock, closing(sqlite3.connect(db_path, timeout=30)) as connection:
        with connection:
            row = connection.execute(
                "SELECT serial FROM keys WHERE customer = ? ORDER BY id LIMIT 1", (customer,)
            ).fetchone()
            if row:
                return row[0]
            row = connection.execute(
                "SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1"
            ).fetchone()
            if row is None:
                return None
            key_id, serial = row
            connection.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, key_id))
            return serial
