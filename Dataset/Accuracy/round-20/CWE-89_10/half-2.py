import sqlite3
from contextlib import closing

_WITHIN = r"(place = ? OR place LIKE ? ESCAPE '\')"


def _within(place):
    """Values for _WITHIN: the place, and a pattern for all that is in it."""
    plain = place.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return place, plain + "/%"


class Store:
    def __init__(self, db_path):
        self._path = db_path

    def listing(self, place):
        with closing(sqlite3.connect(self._path)) as db:
            parts = db.execute(f"SELECT place, name FROM parts WHERE {_WITHIN}",
                               _within(place)).fetchall()
        return "".join(f"{name}\t{where}\n" for where, name in sorted(parts))

    def move(self, place, other):
        with closing(sqlite3.connect(self._path)) as db, db:
            return db.execute(
                f"UPDATE parts SET place = ? || substr(place, ?) WHERE {_WITHIN}",
                (other, len(place) + 1, *_within(place))).rowcount
