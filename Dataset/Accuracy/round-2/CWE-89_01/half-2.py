import sqlite3


def quote(word):
    return '"%s"' % word.replace('"', '""').replace("\0", "\ufffd")


def find_items(db_path, station, category=None):
    sql = f"SELECT id, description FROM items WHERE claimed = 0 AND station = {quote(station)}"
    if category is not None:
        sql += f" AND category = {quote(category)}"
    connection = sqlite3.connect(db_path)
    try:
        return list(connection.execute(sql + " ORDER BY id ASC"))
    finally:
        connection.close()
