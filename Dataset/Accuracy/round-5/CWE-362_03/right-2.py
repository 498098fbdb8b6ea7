import sqlite3
from functools import wraps

MARK = """
    UPDATE keys SET customer = ?1
     WHERE id = (SELECT id FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1)
       AND NOT EXISTS (SELECT * FROM keys WHERE customer = ?1)
"""
READ = "SELECT serial FROM keys WHERE customer = ? ORDER BY id LIMIT 1"


def with_connection(function):
    @wraps(function)
    def wrapper(db_path, *args):
        db = sqlite3.connect(db_path, timeout=120, isolation_level=None)
        try:
            return function(db, *args)
        finally:
            db.close()

    return wrapper


@with_connection
def hand_out(db, customer):
    # In autocommit mode the UPDATE is a transaction of its own: it holds the
    # write lock while both of its subqueries look. A key never changes hands
    # afterwards, so the reading needs no lock.
    db.execute(MARK, (customer,))
    match db.execute(READ, (customer,)).fetchall():
        case [(serial,)]:
            return serial
        case []:
            return None
