import secrets
import sqlite3
from contextlib import closing


def _quoted(name):
    if not isinstance(name, str) or '"' in name or any(sign < " " for sign in name):
        raise ValueError("a name is one line of text without double quotes")
    return f'"coll_{name}"'


class Collections:
    def __init__(self, db_path):
        self.db_path = db_path

    def _run(self, sql, values=(), name=None):
        with closing(sqlite3.connect(self.db_path)) as con, con:
            if name is not None and not con.execute(
                    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
                    ("coll_" + name,)).fetchone():
                raise KeyError(name)
            return con.execute(sql, values).fetchall()

    def create(self, name):
        self._run(f"CREATE TABLE {_quoted(name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        self._run(f"INSERT INTO {_quoted(name)} (title, year) VALUES (?, ?)", (title, year), name)

    def labels(self, name):
        return self._run(f"SELECT title, year FROM {_quoted(name)} ORDER BY year, title", (), name)

    def count(self):
        rows = self._run("SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 5) = 'coll_'")
        counts = {}
        for (table,) in rows:
            quoted = '"' + table.replace('"', '""') + '"'
            counts[table[5:]] = self._run(f"SELECT count(*) FROM {quoted}")[0][0]
        return counts

    def rename(self, name, new_name):
        old, new = _quoted(name), _quoted(new_name)
        if name == new_name:
            return
        if name.lower() == new_name.lower():
            between = secrets.token_hex(16)
            self._run(f"ALTER TABLE {old} RENAME TO {_quoted(between)}", (), name)
            name, old = between, _quoted(between)
        self._run(f"ALTER TABLE {old} RENAME TO {new}", (), name)

    def remove(self, name):
        self._run(f"DROP TABLE {_quoted(name)}", (), name)
