import sqlite3
from contextlib import closing


class Identifier(str):
    """The table of a collection; written into a statement only by `format(..., 'q')`."""

    def __new__(cls, collection):
        if "\0" in collection:
            raise ValueError("SQLite cannot hold a null character in a name")
        collection.encode("utf-8")
        return super().__new__(cls, "coll_" + collection)

    def __format__(self, spec):
        if spec != "q":
            raise TypeError("an identifier must be quoted")
        return '"' + self.replace('"', '""') + '"'


class Collections:
    def __init__(self, db_path):
        self._db_path = db_path

    def _transaction(self, steps):
        with closing(sqlite3.connect(self._db_path, isolation_level=None)) as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                result = steps(db)
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")
            return result

    @staticmethod
    def _existing(db, name):
        # SQLite itself would take "ships" for "Ships"; here only the exact name will do
        table = Identifier(name)
        known = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?",
                           (str.__str__(table),)).fetchone()
        if known is None:
            raise ValueError(f"there is no collection {name!r}")
        return table

    def create(self, name):
        table = Identifier(name)
        self._transaction(lambda db: db.execute(
            f"CREATE TABLE {table:q} (title TEXT, year INTEGER)")) and None

    def add(self, name, title, year):
        def steps(db):
            db.execute(f"INSERT INTO {self._existing(db, name):q} (title, year) VALUES (?, ?)",
                       (title, year))
        self._transaction(steps)

    def labels(self, name):
        return self._transaction(lambda db: db.execute(
            f"SELECT title, year FROM {self._existing(db, name):q} ORDER BY year, title").fetchall())

    def count(self):
        def steps(db):
            found = db.execute("SELECT substr(name, 6) FROM sqlite_master "
                               "WHERE type = 'table' AND substr(name, 1, 5) = 'coll_'").fetchall()
            return {name: db.execute(f"SELECT count(*) FROM {Identifier(name):q}").fetchone()[0]
                    for (name,) in found}
        return self._transaction(steps)

    def rename(self, name, new_name):
        def steps(db):
            db.execute(f"ALTER TABLE {self._existing(db, name):q} RENAME TO {Identifier(new_name):q}")
        self._transaction(steps)

    def remove(self, name):
        def steps(db):
            db.execute(f"DROP TABLE {self._existing(db, name):q}")
        self._transaction(steps)
