import sqlite3
from pathlib import Path


def find_items(db_path, station, category=None):
    source = Path(db_path).absolute().as_uri() + "?mode=ro"
    db = sqlite3.connect(source, uri=True)
    try:
        db.create_function("wanted", 2, lambda s, c: s == station and category in (None, c), deterministic=True)
        rows = db.execute("SELECT * FROM (SELECT id, description FROM items"
                          " WHERE NOT claimed AND wanted(station, category)) ORDER BY 1 ASC")
        return [*rows]
    finally:
        db.close()
