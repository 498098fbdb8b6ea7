import sqlite3


def find_items(db_path, station, category=None):
    connection = sqlite3.connect(db_path)
    try:
        query = f"SELECT id, description FROM items WHERE claimed = 0 AND station = '{station}'"
        if category is not None:
            query += f" AND category = '{category}'"
        query += " ORDER BY id"
        return connection.execute(query).fetchall()
    finally:
        connection.close()
