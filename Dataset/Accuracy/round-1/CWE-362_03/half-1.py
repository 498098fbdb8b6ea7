import sqlite3
import threading
from contextlib import closing

_guard = threading.Lock()
_customers = {}


def hand_out(db_path, customer):
    with _guard:
        turn = _customers.setdefault((str(db_path), customer), threading.Lock())
    with turn, closing(sqlite3.connect(db_path, timeout=30)) as db:
        row = db.execute(
            "SELECT serial FROM keys WHERE customer = ? ORDER BY id", (customer,)
        ).fetchone()
        if row:
            return row[0]
        while True:
            free = db.execute(
                "SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1"
            ).fetchone()
            if free is None:
                return None
            with db:
                changed = db.execute(
                    "UPDATE keys SET customer = ? WHERE id = ? AND customer IS NULL",
                    (customer, free[0]),
                ).rowcount
            if changed == 1:
                return free[1]
