import sqlite3


def find_items(db_path, station, category=None):
    # LIKE ignores case, GLOB tells capital and small letters apart
    conditions, words = ["claimed = 0", "station GLOB ?"], [station]
    if category is not None:
        conditions.append("category GLOB ?")
        words.append(category)
    con = sqlite3.connect(db_path)
    try:
        cursor = con.execute(
            "SELECT id, description FROM items WHERE " + " AND ".join(conditions) + " ORDER BY id", words
        )
        return cursor.fetchall()
    finally:
        con.close()
