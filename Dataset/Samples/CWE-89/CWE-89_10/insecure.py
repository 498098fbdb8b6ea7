import sqlite3
from contextlib import closing


class Store:
    def __init__(self, db_path):
        self.db_path = db_path

    def listing(self, place):
        with closing(sqlite3.connect(self.db_path)) as db:
            found = db.execute(
                f"SELECT name, place FROM parts WHERE place = '{place}' OR place LIKE '{place}/%'"
            ).fetchall()
        found.sort(key=lambda part: (part[1], part[0]))
        return "".join(f"{name}\t{where}\n" for name, where in found)

    def move(self, place, other):
        with closing(sqlite3.connect(self.db_path)) as db, db:
            return db.execute(
                f"UPDATE parts SET place = '{other}' || substr(place, {len(place) + 1})"
                f" WHERE place = '{place}' OR place LIKE '{place}/%'"
            ).rowcount
