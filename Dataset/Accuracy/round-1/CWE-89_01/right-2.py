import sqlite3
from dataclasses import dataclass
from typing import Iterator, Optional


@dataclass(frozen=True)
class Search:
    station: str
    category: Optional[str] = None

    def __contains__(self, item):
        _, station, category, _ = item
        return station == self.station and self.category in (None, category)


def _lying(con) -> Iterator[tuple]:
    con.execute("PRAGMA query_only = ON")
    yield from con.execute("SELECT id, station, category, description FROM items WHERE claimed = 0 ORDER BY id")


def find_items(db_path, station, category=None):
    search, con = Search(station, category), sqlite3.connect(db_path)
    try:
        return [(item[0], item[3]) for item in _lying(con) if item in search]
    finally:
        con.close()
