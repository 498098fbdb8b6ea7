import sqlite3


def hand_out(db_path, customer):
    connection = sqlite3.connect(db_path)
    try:
        with connection:
            connection.execute("CREATE UNIQUE INDEX IF NOT EXISTS one_key ON keys(customer)")
        while True:
            row = connection.execute("SELECT serial FROM keys WHERE customer = ?", (customer,)).fetchone()
            if row:
                return row[0]
            row = connection.execute(
                "SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1").fetchone()
            if not row:
                return None
            try:
                with connection:
                    changed = connection.execute(
                        "UPDATE keys SET customer = ? WHERE id = ? AND customer IS NULL", (customer, row[0])).rowcount
                if changed:
                    return row[1]
            except sqlite3.IntegrityError:
                continue
    finally:
        connection.close()
