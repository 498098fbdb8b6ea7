import sqlite3


def find_items(db_path, station, category=None):
    conn = sqlite3.connect(db_path)
    cursor = conn.cursor()
    where = ["claimed = 0", "station = ?"]
    if category is not None:
        where.append("category = '%s'" % category)
    cursor.execute("SELECT id, description FROM items WHERE " + " AND ".join(where) + " ORDER BY id", (station,))
    rows = cursor.fetchall()
    conn.close()
    return rows
