import sqlite3
import uuid
from contextlib import closing


def quote(identifier):
    if "\x00" in identifier:
        raise ValueError("invalid name")
    return '"' + identifier.replace('"', '""') + '"'


class Collections:
    PREFIX = "coll_"

    def __init__(self, db_path):
        self.db_path = db_path

    def _connect(self):
        return closing(sqlite3.connect(self.db_path))

    def _table(self, name):
        if not isinstance(name, str):
            raise ValueError("name must be a string")
        return quote(self.PREFIX + name)

    def create(self, name):
        with self._connect() as con, con:
            con.execute(f"CREATE TABLE {self._table(name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        with self._connect() as con, con:
            con.execute(f"INSERT INTO {self._table(name)} (title, year) VALUES (?, ?)", (title, year))

    def labels(self, name):
        with self._connect() as con:
            return con.execute(
                f"SELECT title, year FROM {self._table(name)} ORDER BY year, title"
            ).fetchall()

    def count(self):
        with self._connect() as con:
            tables = con.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 5) = ?",
                (self.PREFIX,),
            ).fetchall()
            result = {}
            for (table,) in tables:
                number = con.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0]
                result[table[len(self.PREFIX):]] = number
            return result

    def rename(self, name, new_name):
        old, new, between = self._table(name), self._table(new_name), quote("tmp_" + uuid.uuid4().hex)
        with self._connect() as con, con:
            con.execute("BEGIN IMMEDIATE")
            con.execute(f"ALTER TABLE {old} RENAME TO {between}")
            con.execute(f"ALTER TABLE {between} RENAME TO {new}")

    def remove(self, name):
        with self._connect() as con, con:
            con.execute(f"DROP TABLE {self._table(name)}")
