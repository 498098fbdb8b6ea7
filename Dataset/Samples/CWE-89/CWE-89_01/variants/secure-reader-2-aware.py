import sqlite3
from contextlib import closing
from pathlib import Path

FIND = """
    SELECT id, description
      FROM items
     WHERE claimed = 0
       AND station = :station
       AND (:category IS NULL OR category = :category)
     ORDER BY id
"""


def find_items(db_path, station, category=None):
    uri = Path(db_path).resolve().as_uri() + "?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        try:
            cursor = connection.execute(FIND, {"station": station, "category": category})
        except UnicodeEncodeError:
            return []  # lone surrogates cannot be in the table
        return cursor.fetchall()
