import sqlite3


def find_items(db_path, station, category=None):
    query = "SELECT id, description FROM items WHERE claimed = 0 AND station = ?"
    values = [station]
    if category is not None:
        query += " AND category = ?"
        values.append(category)
    query += " ORDER BY id"
    connection = sqlite3.connect(db_path)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()
