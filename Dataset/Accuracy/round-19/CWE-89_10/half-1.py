import sqlite3
from contextlib import closing


def _inside(place):
    """A pattern for LIKE ... ESCAPE '!' for all that lies deeper in this place."""
    for sign in "!%_":
        place = place.replace(sign, "!" + sign)
    return place + "/%"


WITHIN = "(place = :place OR place LIKE :inside ESCAPE '!')"


class Store:
    def __init__(self, db_path):
        self.db_path = db_path

    def _reader(self):
        db = sqlite3.connect(self.db_path)
        db.execute("PRAGMA case_sensitive_like = ON")   # LIKE: sign by sign
        db.execute("PRAGMA query_only = ON")
        return db

    def listing(self, place):
        self._check(place)
        with closing(self._reader()) as db:
            rows = db.execute(
                f"SELECT place, name FROM parts WHERE {WITHIN}",
                {"place": place, "inside": _inside(place)}).fetchall()
        rows.sort(key=lambda row: (row[0], row[1] or ""))
        return "".join(f"{name or ''}\t{where}\n" for where, name in rows)

    def move(self, place, other):
        self._check(place)
        self._check(other)
        with closing(sqlite3.connect(self.db_path)) as db, db:
            return db.execute(
                "UPDATE parts SET place = :other || substr(place, length(:place) + 1)"
                f" WHERE {WITHIN}",
                {"place": place, "other": other, "inside": _inside(place)}).rowcount

    @staticmethod
    def _check(place):
        if not isinstance(place, str) or not place:
            raise ValueError("not a place")
        if any(ord(sign) < 32 or ord(sign) == 127 for sign in place):
            raise ValueError("control characters in a place")
