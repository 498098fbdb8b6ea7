import sqlite3
from contextlib import closing

MAX_WORD = 100


def _literal(word):
    word = word.replace("\0", "\ufffd").replace("'", "''")
    return "'" + word[:MAX_WORD] + "'"


def find_items(db_path, station, category=None):
    conditions = ["claimed = 0", f"station = {_literal(station)}"]
    if category is not None:
        conditions.append(f"category = {_literal(category)}")
    statement = ("SELECT id, description FROM items WHERE "
                 + " AND ".join(conditions) + " ORDER BY id")
    with closing(sqlite3.connect(db_path)) as connection:
        return connection.execute(statement).fetchall()
