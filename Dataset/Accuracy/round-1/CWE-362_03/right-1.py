import sqlite3
from contextlib import closing

TAKE = """
UPDATE keys SET customer = :who
 WHERE id = (SELECT min(id) FROM keys WHERE customer IS NULL)
   AND NOT EXISTS (SELECT 1 FROM keys WHERE customer = :who)
RETURNING serial
"""
FIND = "SELECT serial FROM keys WHERE customer = :who ORDER BY id LIMIT 1"


def hand_out(db_path, customer):
    with closing(sqlite3.connect(db_path, timeout=60, isolation_level=None)) as db:
        for statement in (TAKE, FIND):
            for (serial,) in db.execute(statement, {"who": customer}).fetchall():
                return serial
    return None
