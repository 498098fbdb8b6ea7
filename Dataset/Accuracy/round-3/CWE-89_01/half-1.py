import sqlite3
from contextlib import closing

LONGEST_WORD = 200


def _literal(word):
    """The word as an SQL string, with its quotes doubled."""
    return "'" + word.replace("'", "''")[:LONGEST_WORD] + "'"


def find_items(db_path, station, category=None):
    if "\0" in station or "\0" in (category or ""):
        return []
    conditions = ["claimed = 0", f"station = {_literal(station)}"]
    if category is not None:
        conditions.append(f"category = {_literal(category)}")
    sql = f"SELECT id, description FROM items WHERE {' AND '.join(conditions)} ORDER BY id"
    with closing(sqlite3.connect(db_path)) as db:
        return db.execute(sql).fetchall()
