import sqlite3
from contextlib import closing

QUERY = """
    SELECT id, description
    FROM items
    WHERE station = ? AND claimed = 0 %s
    ORDER BY id
"""


def find_items(db_path, station, category=None):
    condition = ""
    if category is not None:
        condition = "AND category = %r" % category
    with closing(sqlite3.connect(db_path)) as db:
        rows = db.execute(QUERY % condition, (station,))
        return [(row[0], row[1]) for row in rows]
