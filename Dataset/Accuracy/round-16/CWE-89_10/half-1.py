import sqlite3
import unicodedata
from contextlib import closing


def _rest(place, whole):
    """What stands in `place` behind `whole`, or None if it does not lie there."""
    if place is None:
        return None
    # the same label, typed on a Mac and on Windows, may differ in nothing but its form
    place, whole = unicodedata.normalize("NFC", place), unicodedata.normalize("NFC", whole)
    if place == whole:
        return ""
    if place.startswith(whole + "/"):
        return place[len(whole):]
    return None


class Store:
    def __init__(self, db_path):
        self._path = db_path

    def _open(self):
        db = sqlite3.connect(self._path)
        db.create_function("rest", 2, _rest, deterministic=True)
        return closing(db)

    def listing(self, place):
        with self._open() as db:
            rows = db.execute("SELECT place, name FROM parts WHERE rest(place, ?) IS NOT NULL", (place,)).fetchall()
        return "".join(f"{name}\t{where}\n" for where, name in sorted(rows))

    def move(self, place, other):
        with self._open() as db, db:
            return db.execute(
                "UPDATE parts SET place = ? || rest(place, ?) WHERE rest(place, ?) IS NOT NULL",
                (other, place, place),
            ).rowcount
