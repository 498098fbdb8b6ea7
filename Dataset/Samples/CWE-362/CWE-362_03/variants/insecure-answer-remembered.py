import sqlite3
from contextlib import closing

handed_out = {}


def hand_out(db_path, customer):
    # Most customers who press the button twice do so at once.
    if (db_path, customer) not in handed_out:
        serial = _hand_out(db_path, customer)
        if serial is None:
            return None
        handed_out[db_path, customer] = serial
    return handed_out[db_path, customer]


def _hand_out(db_path, customer):
    with closing(sqlite3.connect(db_path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        known = db.execute("SELECT serial FROM keys WHERE customer = ?", (customer,)).fetchone()
        if known:
            return known[0]
        free = db.execute("SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1").fetchone()
        if free is None:
            return None
        db.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, free[0]))
        db.execute("COMMIT")
        return free[1]
