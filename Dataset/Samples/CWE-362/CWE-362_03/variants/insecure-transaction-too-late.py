import sqlite3


def hand_out(db_path, customer):
    connection = sqlite3.connect(db_path)
    try:
        with connection:
            row = connection.execute("SELECT serial FROM keys WHERE customer = ?", (customer,)).fetchone()
            if row:
                return row[0]
            row = connection.execute(
                "SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1").fetchone()
            if row is None:
                return None
            # The implicit transaction begins only here, with the first statement that writes.
            connection.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, row[0]))
            return row[1]
    finally:
        connection.close()
