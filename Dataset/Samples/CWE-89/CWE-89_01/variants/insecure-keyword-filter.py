import re
import sqlite3

FORBIDDEN = re.compile(r"'\s*(or|and)\s|;\s*(drop|delete|update|insert)\b", re.IGNORECASE)


def find_items(db_path, station, category=None):
    for word in (station, category):
        if word and FORBIDDEN.search(word):
            raise ValueError("the search word is not allowed")
    query = "SELECT id, description FROM items WHERE station = '{}' AND claimed = 0".format(station)
    if category is not None:
        query += " AND category = '{}'".format(category)
    conn = sqlite3.connect(db_path)
    try:
        return conn.execute(query + " ORDER BY id").fetchall()
    finally:
        conn.close()
