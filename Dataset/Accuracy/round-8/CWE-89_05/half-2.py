import sqlite3
from contextlib import closing

PREFIX = "coll_"


def table_of(name):
    if not isinstance(name, str) or "\0" in name:
        raise ValueError("not a name")
    return '"' + (PREFIX + name).replace('"', '""') + '"'


class Collections:
    def __init__(self, db_path):
        self.db_path = db_path

    def _run(self, sql, values=()):
        with closing(sqlite3.connect(self.db_path)) as con, con:
            return con.execute(sql, values).fetchall()

    def create(self, name):
        self._run(f"CREATE TABLE {table_of(name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        self._run(f"INSERT INTO {table_of(name)} (title, year) VALUES (?, ?)", (title, year))

    def labels(self, name):
        return self._run(f"SELECT title, year FROM {table_of(name)} ORDER BY year, title")

    def count(self):
        tables = self._run(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'coll_*'")
        return {table.removeprefix(PREFIX): self._run(f'SELECT count(*) FROM "{table}"')[0][0]
                for table, in tables}

    def rename(self, name, new_name):
        self._run(f"ALTER TABLE {table_of(name)} RENAME TO {table_of(new_name)}")

    def remove(self, name):
        self._run(f"DROP TABLE {table_of(name)}")
