import sqlite3
from contextlib import closing


class Store:
    def __init__(self, db_path):
        self.db_path = db_path

    def listing(self, place):
        with closing(sqlite3.connect(self.db_path)) as db:
            found = db.execute(
                "SELECT name, place FROM parts WHERE place = :place OR instr(place, :place || '/') = 1", {"place": place}
            ).fetchall()
        found.sort(key=lambda part: (part[1], part[0]))
        return "".join(f"{name}\t{where}\n" for name, where in found)

    def move(self, place, other):
        with closing(sqlite3.connect(self.db_path)) as db, db:
            count = 0
            places = db.execute(
                "SELECT DISTINCT place FROM parts WHERE place = :place OR instr(place, :place || '/') = 1", {"place": place}
            ).fetchall()
            for (where,) in places:
                count += db.execute(
                    f"UPDATE parts SET place = ? WHERE place = '{where}'", (other + where[len(place):],)
                ).rowcount
            return count
