import os
import sqlite3
from contextlib import closing


def _lies_in(place, whole):
    return place == whole or place.startswith(whole + "/")


class Store:
    def __init__(self, db_path):
        self._path = db_path
        self._stamp = None
        self._parts = []

    def _open(self):
        return closing(sqlite3.connect(self._path))

    def _all(self):
        """All parts, sorted; read anew only if the file was written since (other programs use it, too)."""
        info = os.stat(self._path)
        stamp = (info.st_dev, info.st_ino, info.st_mtime_ns, info.st_size)
        if stamp != self._stamp:
            with self._open() as db:
                rows = db.execute("SELECT place, name, id FROM parts").fetchall()
            self._parts = sorted((row[0], row[1] or "", row[2]) for row in rows if row[0] is not None)
            self._stamp = stamp
        return self._parts

    def listing(self, place):
        return "".join(f"{name}\t{where}\n" for where, name, _ in self._all() if _lies_in(where, place))

    def move(self, place, other):
        moved = [(other + where[len(place):], number)
                 for where, _, number in self._all() if _lies_in(where, place)]
        with self._open() as db, db:
            db.executemany("UPDATE parts SET place = ? WHERE id = ?", moved)
        self._stamp = None
        return len(moved)
