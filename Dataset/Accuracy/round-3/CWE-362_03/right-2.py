import sqlite3

CLAIM = """
UPDATE keys SET customer = :customer
WHERE id = (SELECT min(id) FROM keys WHERE customer IS NULL)
  AND NOT EXISTS (SELECT 1 FROM keys WHERE customer = :customer)
"""
OWN = "SELECT serial FROM keys WHERE customer = :customer ORDER BY id LIMIT 1"


def hand_out(db_path, customer):
    # One UPDATE looks and marks; SQLite takes its write lock before the statement reads.
    connection = sqlite3.connect(db_path, timeout=60)
    try:
        values = {"customer": customer}
        with connection:
            connection.execute(CLAIM, values)
        serial = None
        for (serial,) in connection.execute(OWN, values).fetchall():
            pass
        return serial
    finally:
        connection.close()
