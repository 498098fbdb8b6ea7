import sqlite3
from contextlib import closing

MAX_WORD = 200


def _literal(word):
    """The search word as an SQL string literal."""
    return "'" + word.replace("'", "''")[:MAX_WORD] + "'"


def find_items(db_path, station, category=None):
    sql = f"SELECT id, description FROM items WHERE claimed = 0 AND station = {_literal(station)}"
    if category is not None:
        sql += f" AND category = {_literal(category)}"
    if "\0" in sql:
        return []
    with closing(sqlite3.connect(db_path)) as con:
        return con.execute(sql + " ORDER BY id").fetchall()
