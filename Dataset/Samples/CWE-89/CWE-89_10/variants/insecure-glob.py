import sqlite3
from contextlib import closing


class Store:
    def __init__(self, db_path):
        self.db_path = db_path

    def listing(self, place):
        with closing(sqlite3.connect(self.db_path)) as db:
            found = db.execute(
                "SELECT name, place FROM parts WHERE place = ? OR place GLOB ? || '/*'", (place, place)
            ).fetchall()
        found.sort(key=lambda part: (part[1], part[0]))
        return "".join(f"{name}\t{where}\n" for name, where in found)

    def move(self, place, other):
        with closing(sqlite3.connect(self.db_path)) as db, db:
            return db.execute(
                "UPDATE parts SET place = ? || substr(place, length(?) + 1) WHERE place = ? OR place GLOB ? || '/*'",
                (other, place, place, place),
            ).rowcount
