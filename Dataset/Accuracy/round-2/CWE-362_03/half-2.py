import sqlite3
from contextlib import closing


def hand_out(db_path, customer):
    with closing(sqlite3.connect(db_path, timeout=30, isolation_level=None)) as db:
        def own_key():
            row = db.execute("SELECT serial FROM keys WHERE customer = ? ORDER BY id LIMIT 1",
                             (customer,)).fetchone()
            return row[0] if row else None

        serial = own_key()
        if serial is not None:
            return serial
        db.execute("UPDATE keys SET customer = ? WHERE id ="
                   " (SELECT MIN(id) FROM keys WHERE customer IS NULL)", (customer,))
        db.execute("UPDATE keys SET customer = NULL WHERE customer = ? AND id >"
                   " (SELECT MIN(id) FROM keys WHERE customer = ?)", (customer, customer))
        return own_key()
