"""Where the spare parts of the museum tramway are."""
import contextlib
import sqlite3
from pathlib import PurePosixPath


class Store:
    def __init__(self, db_path):
        self._db_path = db_path

    @contextlib.contextmanager
    def _open(self):
        db = sqlite3.connect(self._db_path)
        try:
            with db:
                yield db
        finally:
            db.close()

    @staticmethod
    def _within(db, place):
        """The parts in this place, as (place, name, id).

        Places are paths, so there is no need for patterns in SQL.
        """
        top = PurePosixPath(place)
        for number, where, name in db.execute("SELECT id, place, name FROM parts WHERE place IS NOT NULL"):
            if PurePosixPath(where).is_relative_to(top):
                yield where, name, number

    def listing(self, place):
        with self._open() as db:
            parts = sorted((where, name or "") for where, name, _ in self._within(db, place))
        return "".join(f"{name}\t{where}\n" for where, name in parts)

    def move(self, place, other):
        with self._open() as db:
            db.execute("BEGIN IMMEDIATE")
            moved = [(other + where[len(place):], number) for where, _, number in self._within(db, place)]
            db.executemany("UPDATE parts SET place = ? WHERE id = ?", moved)
        return len(moved)
