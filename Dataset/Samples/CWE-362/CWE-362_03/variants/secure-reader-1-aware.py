import sqlite3
from contextlib import closing

# One statement looks and marks: SQLite holds the write lock for all of it.
_TAKE = """
    UPDATE keys SET customer = :customer
     WHERE id = (SELECT id FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1)
       AND NOT EXISTS (SELECT 1 FROM keys WHERE customer = :customer)
"""
_LOOK = "SELECT serial FROM keys WHERE customer = :customer ORDER BY id LIMIT 1"


def hand_out(db_path, customer):
    # autocommit, so that every statement is a transaction of its own;
    # a long timeout, because other requests may hold the lock for a while
    with closing(sqlite3.connect(db_path, timeout=60, isolation_level=None)) as connection:
        who = {"customer": customer}
        connection.execute(_TAKE, who)
        # a key that was handed out never changes its customer again
        row = connection.execute(_LOOK, who).fetchone()
        return None if row is None else row[0]
