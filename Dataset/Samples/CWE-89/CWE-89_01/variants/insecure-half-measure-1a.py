import sqlite3


def find_items(db_path, station, category=None):
    conn = sqlite3.connect(db_path)
    try:
        query = f'SELECT id, description FROM items WHERE station = "{station}" AND claimed = 0'
        if category is not None:
            query += f' AND category = "{category}"'
        query += " ORDER BY id"
        cursor = conn.cursor()
        cursor.execute(query)
        return cursor.fetchall()
    finally:
        conn.close()
