import sqlite3
from contextlib import closing
from typing import List, Optional, Tuple


def find_items(db_path: str, station: str, category: Optional[str] = None) -> List[Tuple[int, str]]:
    """Return the unclaimed items of a station, optionally of one category."""
    sql = """
        SELECT id, description
          FROM items
         WHERE station = :station
           AND claimed = 0
           AND (:category IS NULL OR category = :category)
         ORDER BY id ASC
    """
    with closing(sqlite3.connect(db_path)) as conn:
        conn.row_factory = sqlite3.Row
        rows = conn.execute(sql, {"station": station, "category": category})
        return [(row["id"], row["description"]) for row in rows]


if __name__ == "__main__":
    for item in find_items("lost.db", "Northgate"):
        print(item)
