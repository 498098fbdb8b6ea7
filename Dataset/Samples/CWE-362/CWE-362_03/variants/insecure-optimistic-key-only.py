import sqlite3


def hand_out(db_path, customer):
    connection = sqlite3.connect(db_path, isolation_level=None)
    try:
        row = connection.execute("SELECT serial FROM keys WHERE customer = ?", (customer,)).fetchone()
        if row:
            return row[0]
        while True:
            row = connection.execute(
                "SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1").fetchone()
            if row is None:
                return None
            changed = connection.execute(
                "UPDATE keys SET customer = ? WHERE id = ? AND customer IS NULL", (customer, row[0]))
            if changed.rowcount == 1:
                return row[1]
    finally:
        connection.close()
