import sqlite3


def find_items(db_path, station, category=None):
    for word in (station, category):
        if word is not None and not isinstance(word, str):
            raise TypeError("search words must be text")
        if word is not None and ("'" in word or "\x00" in word):
            raise ValueError("a search word must not contain an apostrophe")
    query = "SELECT id, description FROM items WHERE claimed = 0 AND station = '" + station + "'"
    if category is not None:
        query += " AND category = '" + category + "'"
    connection = sqlite3.connect(db_path)
    rows = connection.execute(query + " ORDER BY id").fetchall()
    connection.close()
    return rows
