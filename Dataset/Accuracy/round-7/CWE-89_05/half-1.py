import sqlite3
from contextlib import closing

PREFIX = "coll_"


def table(name):
    """The table of a collection as a quoted identifier."""
    if "\0" in name:
        raise ValueError("name holds a null character")
    return '"' + (PREFIX + name).replace('"', '""') + '"'


class Collections:
    def __init__(self, db_path):
        self._path = db_path

    def _run(self, sql, values=()):
        with closing(sqlite3.connect(self._path)) as db, db:
            return db.execute(sql, values).fetchall()

    def create(self, name):
        self._run(f"CREATE TABLE {table(name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        self._run(f"INSERT INTO {table(name)} VALUES (?, ?)", (title, year))

    def labels(self, name):
        return self._run(f"SELECT title, year FROM {table(name)} ORDER BY year, title")

    def count(self):
        tables = self._run(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 5) = ?",
            (PREFIX,))
        result = {}
        for (full_name,) in tables:
            ((number,),) = self._run(f'SELECT count(*) FROM "{full_name}"')
            result[full_name[len(PREFIX):]] = number
        return result

    def rename(self, name, new_name):
        self._run(f"ALTER TABLE {table(name)} RENAME TO {table(new_name)}")

    def remove(self, name):
        self._run(f"DROP TABLE {table(name)}")
