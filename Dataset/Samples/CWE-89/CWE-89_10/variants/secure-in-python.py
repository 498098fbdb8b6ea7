import sqlite3
from contextlib import closing


def lies_in(where, place):
    parts = place.split("/")
    return where.split("/")[: len(parts)] == parts


class Store:
    def __init__(self, db_path):
        self.db_path = db_path

    def listing(self, place):
        with closing(sqlite3.connect(self.db_path)) as db:
            parts = [(where, name) for where, name in db.execute("SELECT place, name FROM parts") if lies_in(where, place)]
        return "".join(f"{name}\t{where}\n" for where, name in sorted(parts))

    def move(self, place, other):
        count = 0
        with closing(sqlite3.connect(self.db_path)) as db, db:
            for number, where in db.execute("SELECT id, place FROM parts").fetchall():
                if lies_in(where, place):
                    db.execute("UPDATE parts SET place = ? WHERE id = ?", (other + where[len(place):], number))
                    count += 1
        return count
