import sqlite3
from contextlib import closing


class Store:
    def __init__(self, db_path):
        self.db_path = db_path

    def _found(self, db, place):
        for number, name, where in db.execute("SELECT id, name, place FROM parts").fetchall():
            where = str(where)
            if f"{where}/".startswith(f"{place}/"):
                yield number, name, where

    def listing(self, place):
        with closing(sqlite3.connect(self.db_path)) as db:
            found = sorted((where, name) for _, name, where in self._found(db, place))
        return "".join(f"{name}\t{where}\n" for where, name in found)

    def move(self, place, other):
        with closing(sqlite3.connect(self.db_path)) as db, db:
            found = list(self._found(db, place))
            for number, _, where in found:
                db.execute("UPDATE parts SET place = ? WHERE id = ?", (other + where[len(place):], number))
            return len(found)
