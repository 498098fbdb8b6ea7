import sqlite3
from contextlib import closing


def find_items(db_path, station, category=None):
    sql = "SELECT id, description FROM items WHERE claimed = 0 AND station = ?"
    values = [station]
    if category is not None:
        sql += " AND category = ?"
        values.append(category)
    with closing(sqlite3.connect(db_path)) as con:
        return con.execute(sql + " ORDER BY id", values).fetchall()
