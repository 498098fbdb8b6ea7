import operator
import sqlite3
from typing import NamedTuple


class Part(NamedTuple):
    place: str
    name: str
    number: int

    def labels(self):
        return tuple(self.place.split("/"))


class _Session:
    """One connection, one transaction; rolled back if anything goes wrong."""

    def __init__(self, path, begin):
        self._db = sqlite3.connect(path, isolation_level=None)
        self._begin = begin

    def __enter__(self):
        self._db.execute(self._begin)
        return self._db

    def __exit__(self, kind, *_):
        try:
            self._db.execute("COMMIT" if kind is None else "ROLLBACK")
        finally:
            self._db.close()


def _parts_in(db, place):
    wanted = tuple(place.split("/"))
    for row in db.execute("SELECT place, name, id FROM parts WHERE typeof(place) = 'text'"):
        part = Part(*row)
        if part.labels()[:len(wanted)] == wanted:
            yield part


class Store:
    def __init__(self, db_path):
        self._path = db_path

    def listing(self, place):
        with _Session(self._path, "BEGIN DEFERRED") as db:
            parts = list(_parts_in(db, place))
        parts.sort(key=operator.attrgetter("name"))
        parts.sort(key=operator.attrgetter("place"))
        return "".join("\t".join((part.name, part.place)) + "\n" for part in parts)

    def move(self, place, other):
        depth = place.count("/") + 1
        with _Session(self._path, "BEGIN IMMEDIATE") as db:
            changes = {part.number: "/".join((other, *part.labels()[depth:])) for part in _parts_in(db, place)}
            for number, new in changes.items():
                db.execute("UPDATE parts SET place = :new WHERE id = :number", {"new": new, "number": number})
        return len(changes)
