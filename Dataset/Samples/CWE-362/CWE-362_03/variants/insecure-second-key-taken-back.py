import sqlite3
from contextlib import closing

OWN = "SELECT id, serial FROM keys WHERE customer = ? ORDER BY id"
# one statement, so that no two requests can take the same key
TAKE = """UPDATE keys SET customer = ?
          WHERE id = (SELECT MIN(id) FROM keys WHERE customer IS NULL)"""
GIVE_BACK = "UPDATE keys SET customer = NULL WHERE customer = ? AND id > ?"


def hand_out(db_path, customer):
    with closing(sqlite3.connect(db_path, timeout=30, isolation_level=None)) as db:
        own = db.execute(OWN, (customer,)).fetchall()
        if not own:
            db.execute(TAKE, (customer,))
            own = db.execute(OWN, (customer,)).fetchall()
        if not own:
            return None
        first_id, serial = own[0]
        if len(own) > 1:
            # the button was pressed twice: only the first key counts
            db.execute(GIVE_BACK, (customer, first_id))
        return serial
