import sqlite3
from contextlib import contextmanager


@contextmanager
def read_only(path):
    database = sqlite3.connect(path)
    try:
        database.execute("PRAGMA query_only = ON")
        yield database
    finally:
        database.close()


def waiting_items(database):
    columns = "id, station, category, description"
    yield from database.execute(f"SELECT {columns} FROM items WHERE claimed = 0 ORDER BY id")


def find_items(db_path, station, category=None):
    def wanted(row):
        _, its_station, its_category, _ = row
        return its_station == station and category in (None, its_category)

    with read_only(db_path) as database:
        return [(number, text) for number, _, _, text in filter(wanted, waiting_items(database))]
