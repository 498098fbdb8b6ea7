import re
import sqlite3
from contextlib import closing


class Store:
    def __init__(self, db_path):
        self.db_path = db_path

    def _open(self):
        db = sqlite3.connect(self.db_path)
        db.create_function("REGEXP", 2, lambda pattern, text: re.fullmatch(pattern, text) is not None)
        return db

    def listing(self, place):
        with closing(self._open()) as db:
            found = db.execute(
                "SELECT name, place FROM parts WHERE place REGEXP ?", (f"{place}(/.*)?",)
            ).fetchall()
        found.sort(key=lambda part: (part[1], part[0]))
        return "".join(f"{name}\t{where}\n" for name, where in found)

    def move(self, place, other):
        with closing(self._open()) as db, db:
            return db.execute(
                "UPDATE parts SET place = ? || substr(place, length(?) + 1) WHERE place = ? OR place REGEXP ?",
                (other, place, place, re.escape(place) + "/.*"),
            ).rowcount
