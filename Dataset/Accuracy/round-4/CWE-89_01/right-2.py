import sqlite3
from operator import itemgetter
from typing import NamedTuple


class Item(NamedTuple):
    id: int
    station: str
    category: str
    description: str
    claimed: int


def _unclaimed(db):
    yield from map(Item._make, db.execute("SELECT id, station, category, description, claimed FROM items WHERE claimed = 0"))


def find_items(db_path, station, category=None):
    db = sqlite3.connect(db_path)
    try:
        tests = [lambda item: item.station == station]
        if category is not None:
            tests.append(lambda item: item.category == category)
        hits = (item for item in _unclaimed(db) if all(test(item) for test in tests))
        return sorted(((item.id, item.description) for item in hits), key=itemgetter(0))
    finally:
        db.close()
