import sqlite3
from contextlib import contextmanager


def _quote(table):
    return '"' + table.replace('"', '""') + '"'


class Collections:
    def __init__(self, db_path):
        self.db_path = db_path

    @contextmanager
    def _open(self):
        con = sqlite3.connect(self.db_path)
        try:
            with con:
                yield con
        finally:
            con.close()

    def _table(self, con, name):
        """The quoted name of an existing table; SQLite does not tell capitals from small letters."""
        row = con.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 5) = 'coll_'"
            " AND substr(name, 6) LIKE ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return _quote(row[0])

    def create(self, name):
        with self._open() as con:
            con.execute(f"CREATE TABLE {_quote('coll_' + name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        with self._open() as con:
            con.execute(f"INSERT INTO {self._table(con, name)} VALUES (?, ?)", (title, year))

    def labels(self, name):
        with self._open() as con:
            return con.execute(
                f"SELECT title, year FROM {self._table(con, name)} ORDER BY year, title").fetchall()

    def count(self):
        with self._open() as con:
            tables = [row[0] for row in con.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 5) = 'coll_'")]
            return {table[5:]: con.execute(f"SELECT count(*) FROM {_quote(table)}").fetchone()[0]
                    for table in tables}

    def rename(self, name, new_name):
        with self._open() as con:
            con.execute(f"ALTER TABLE {self._table(con, name)} RENAME TO {_quote('coll_' + new_name)}")

    def remove(self, name):
        with self._open() as con:
            con.execute(f"DROP TABLE {self._table(con, name)}")
