import sqlite3
from contextlib import closing

# substr instead of LIKE: no sign stands for others.
_WITHIN = "(place = :place OR substr(place, 1, length(:place) + 1) = :place || '/')"


class Store:
    def __init__(self, db_path):
        self._path = db_path

    def listing(self, place):
        with closing(sqlite3.connect(self._path)) as db:
            parts = db.execute(f"SELECT place, name FROM parts WHERE {_WITHIN}",
                               {"place": place}).fetchall()
        return "".join(f"{name}\t{where}\n" for where, name in sorted(parts))

    def move(self, place, other):
        moved = 0
        with closing(sqlite3.connect(self._path)) as db, db:
            db.execute("BEGIN IMMEDIATE")
            places = [where for where, in db.execute(
                f"SELECT DISTINCT place FROM parts WHERE {_WITHIN}", {"place": place})]
            # Box by box, the innermost first, as they are carried.
            for where in sorted(places, key=len, reverse=True):
                moved += db.execute("UPDATE parts SET place = ? WHERE place = ?",
                                    (other + where[len(place):], where)).rowcount
        return moved
