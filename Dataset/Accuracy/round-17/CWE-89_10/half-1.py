import re
import sqlite3
from contextlib import closing

# in the place itself, or at any depth below it
_INSIDE = "(place = :place OR place LIKE :below ESCAPE '\\')"


def _below(place):
    """A pattern for all that begins with the place and a slash; its own signs stand for themselves."""
    return re.sub(r"([\\%_])", r"\\\1", place) + "/%"


class Store:
    def __init__(self, db_path):
        self._path = db_path

    def listing(self, place):
        with closing(sqlite3.connect(self._path)) as db:
            rows = db.execute(f"SELECT place, name FROM parts WHERE {_INSIDE}",
                              {"place": place, "below": _below(place)}).fetchall()
        return "".join(f"{name}\t{where}\n" for where, name in sorted(rows))

    def move(self, place, other):
        with closing(sqlite3.connect(self._path)) as db, db:
            return db.execute(
                f"UPDATE parts SET place = :other || substr(place, :behind) WHERE {_INSIDE}",
                {"other": other, "behind": len(place) + 1,
                 "place": place, "below": _below(place)}).rowcount
