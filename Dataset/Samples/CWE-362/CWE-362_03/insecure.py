import sqlite3


def hand_out(db_path, customer):
    connection = sqlite3.connect(db_path)
    try:
        row = connection.execute("SELECT serial FROM keys WHERE customer = ?", (customer,)).fetchone()
        if row:
            return row[0]
        row = connection.execute("SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1").fetchone()
        if row is None:
            return None
        key_id, serial = row
        connection.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, key_id))
        connection.commit()
        return serial
    finally:
        connection.close()
