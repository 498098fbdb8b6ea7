import sqlite3
from collections import namedtuple
from contextlib import contextmanager
from functools import partial

Item = namedtuple("Item", "id station category description")


@contextmanager
def read_only(path):
    con = sqlite3.connect(path)
    try:
        con.execute("PRAGMA query_only = ON")
        yield con
    finally:
        con.close()


def unclaimed(con):
    for row in con.execute("SELECT id, station, category, description FROM items WHERE claimed = 0 ORDER BY id"):
        yield Item._make(row)


def same(field, word, item):
    return word == getattr(item, field)


def find_items(db_path, station, category=None):
    tests = [partial(same, "station", station)]
    if category is not None:
        tests.append(partial(same, "category", category))
    with read_only(db_path) as con:
        return [(item.id, item.description) for item in unclaimed(con) if all(test(item) for test in tests)]
