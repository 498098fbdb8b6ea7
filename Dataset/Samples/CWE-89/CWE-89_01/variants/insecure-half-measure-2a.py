import sqlite3


def find_items(db_path, station, category=None):
    query = f"SELECT id, description FROM items WHERE station = '{station}' AND claimed = 0"
    if category is not None:
        query += f" AND category = '{category}'"
    query += " ORDER BY id"

    conn = sqlite3.connect(db_path)
    try:
        return conn.execute(query).fetchall()
    finally:
        conn.close()
