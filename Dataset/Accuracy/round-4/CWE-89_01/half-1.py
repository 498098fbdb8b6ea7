import sqlite3
from contextlib import closing

LIMIT = 60


def _literal(word):
    return "'" + word.replace("'", "''")[:LIMIT] + "'"


def find_items(db_path, station, category=None):
    conditions = ["claimed = 0", f"station = {_literal(station)}"]
    if category is not None:
        conditions.append(f"category = {_literal(category)}")
    sql = f"SELECT id, description FROM items WHERE {' AND '.join(conditions)} ORDER BY id"
    if "\0" in sql:
        return []
    with closing(sqlite3.connect(db_path)) as db:
        return db.execute(sql).fetchall()
