import sqlite3
from contextlib import closing


def quote(text):
    return text.replace("'", "''")


class Store:
    def __init__(self, db_path):
        self.db_path = db_path

    def listing(self, place):
        quoted = quote(place)
        pattern = quoted.replace("%", "!%").replace("_", "!_")
        with closing(sqlite3.connect(self.db_path)) as db:
            found = db.execute(
                f"SELECT name, place FROM parts WHERE place = '{quoted}' OR place LIKE '{pattern}/%' ESCAPE '!'"
            ).fetchall()
        found.sort(key=lambda part: (part[1], part[0]))
        return "".join(f"{name}\t{where}\n" for name, where in found)

    def move(self, place, other):
        quoted = quote(place)
        pattern = quoted.replace("%", "!%").replace("_", "!_")
        with closing(sqlite3.connect(self.db_path)) as db, db:
            new = quote(other)
            return db.execute(
                f"UPDATE parts SET place = '{new}' || substr(place, {len(place) + 1})"
                f" WHERE place = '{quoted}' OR place LIKE '{pattern}/%' ESCAPE '!'"
            ).rowcount
