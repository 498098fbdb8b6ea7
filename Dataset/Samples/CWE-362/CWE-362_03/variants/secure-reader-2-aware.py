import sqlite3
from contextlib import closing

# One statement: SQLite takes the write lock before it evaluates the
# conditions, so nobody can come in between looking and marking.
TAKE = """
    UPDATE keys
       SET customer = :customer
     WHERE id = (SELECT MIN(id) FROM keys WHERE customer IS NULL)
       AND NOT EXISTS (SELECT 1 FROM keys WHERE customer = :customer)
"""
LOOK = "SELECT serial FROM keys WHERE customer = :customer ORDER BY id LIMIT 1"


def hand_out(db_path, customer):
    if customer is None:
        raise ValueError("a customer needs a name")
    values = {"customer": customer}
    # isolation_level=None: every statement is a transaction of its own
    with closing(sqlite3.connect(db_path, timeout=60, isolation_level=None)) as db:
        db.execute(TAKE, values)
        row = db.execute(LOOK, values).fetchone()
    return row[0] if row else None
