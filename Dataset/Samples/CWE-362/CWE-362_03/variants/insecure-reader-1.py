import sqlite3


def hand_out(db_path, customer):
    conn = sqlite3.connect(db_path)
    try:
        row = conn.execute("SELECT serial FROM keys WHERE customer = ?", (customer,)).fetchone()
        if row:
            return row[0]
        row = conn.execute(
            "SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1"
        ).fetchone()
        if row is None:
            return None
        conn.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, row[0]))
        conn.commit()
        return row[1]
    finally:
        conn.close()
