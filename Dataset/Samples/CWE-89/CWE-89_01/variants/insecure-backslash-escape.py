import sqlite3


def escape(text):
    return text.replace("\\", "\\\\").replace("'", "\\'")


def find_items(db_path, station, category=None):
    query = f"SELECT * FROM items WHERE station = '{escape(station)}' AND claimed = 0"
    if category is not None:
        query += f" AND category = '{escape(category)}'"
    query += " ORDER BY id"
    connection = sqlite3.connect(db_path)
    connection.row_factory = sqlite3.Row
    try:
        return [(row["id"], row["description"]) for row in connection.execute(query)]
    finally:
        connection.close()
