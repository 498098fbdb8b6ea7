import sqlite3


def find_items(db_path, station, category=None):
    query = "SELECT id, description FROM items WHERE station = ? AND claimed = 0"
    params = [station]
    if category is not None:
        query += " AND category = ?"
        params.append(category)
    query += " ORDER BY id"
    conn = sqlite3.connect(db_path)
    rows = conn.execute(query, params).fetchall()
    conn.close()
    return rows
