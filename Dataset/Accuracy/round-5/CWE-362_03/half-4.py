import sqlite3
from contextlib import closing


def _look(conn, customer):
    """The customer's own key or else the first free one, in one statement."""
    return conn.execute(
        "SELECT id, serial, customer FROM keys WHERE customer = ? OR customer IS NULL"
        " ORDER BY customer IS NULL, id LIMIT 1",
        (customer,),
    ).fetchone()


def _mark(conn, key_id, customer):
    """Mark the key only if it is still free and the customer still has none."""
    return conn.execute(
        "UPDATE keys SET customer = ?1 WHERE id = ?2 AND customer IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM keys WHERE customer = ?1)",
        (customer, key_id),
    ).rowcount


def hand_out(db_path, customer):
    with closing(sqlite3.connect(db_path, timeout=30, isolation_level=None)) as conn:
        row = _look(conn, customer)
        if row is None:
            return None
        if row[2] is not None or _mark(conn, row[0], customer) == 1:
            return row[1]
        # another request was quicker: look once more
        row = _look(conn, customer)
        if row is None:
            return None
        if row[2] is None:
            _mark(conn, row[0], customer)
        return row[1]
