import sqlite3
import threading

lock = threading.Lock()


def hand_out(db_path, customer):
    with lock:
        connection = sqlite3.connect(db_path)
        try:
            row = connection.execute("SELECT serial FROM keys WHERE customer = ?", (customer,)).fetchone()
            if row:
                return row[0]
            row = connection.execute(
                "SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1").fetchone()
            if not row:
                return None
            connection.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, row[0]))
            connection.commit()
            return row[1]
        finally:
            connection.close()
