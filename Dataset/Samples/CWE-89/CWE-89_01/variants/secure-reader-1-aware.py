import sqlite3
from contextlib import closing
from pathlib import Path

_SEARCH = """
    SELECT id, description
      FROM items
     WHERE station = :station
       AND (:category IS NULL OR category = :category)
       AND claimed = 0
     ORDER BY id
"""


def find_items(db_path, station, category=None):
    # one fixed statement; the words only ever travel as bound values
    uri = Path(db_path).resolve().as_uri() + "?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        try:
            rows = connection.execute(
                _SEARCH, {"station": station, "category": category}
            )
            return [(item_id, description) for item_id, description in rows]
        except UnicodeEncodeError:
            # text that cannot be stored in the database equals no value in it
            return []
