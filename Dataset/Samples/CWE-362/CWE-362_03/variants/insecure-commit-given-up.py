import sqlite3
import time


def _begin(db):
    while True:
        try:
            db.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(0.02)


def _commit(db):
    for _ in range(3):
        try:
            db.execute("COMMIT")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(0.02)


def hand_out(db_path, customer):
    db = sqlite3.connect(db_path, timeout=1, isolation_level=None)
    try:
        _begin(db)
        row = db.execute(
            "SELECT serial FROM keys WHERE customer = ? ORDER BY id LIMIT 1", (customer,)
        ).fetchone()
        if row is None:
            row = db.execute(
                "SELECT serial, id FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1"
            ).fetchone()
            if row is not None:
                db.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, row[1]))
        _commit(db)
        return row[0] if row else None
    finally:
        db.close()
