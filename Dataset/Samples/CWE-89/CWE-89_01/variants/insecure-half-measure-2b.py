import sqlite3
from contextlib import closing

FIND = """
    SELECT id, description
    FROM items
    WHERE station = :station AND claimed = 0 {extra}
    ORDER BY id
"""


def find_items(db_path, station, category=None):
    extra = ""
    if category is not None:
        # double quotes, so that things like "child's shoe" are found too
        extra = f'AND category = "{category}"'
    with closing(sqlite3.connect(db_path)) as conn:
        rows = conn.execute(FIND.format(extra=extra), {"station": station})
        return list(rows)
