import sqlite3
import uuid
from contextlib import closing


def _quoted(table):
    return '"{}"'.format(table.replace('"', '""'))


def _new_table(name):
    if any(ord(c) < 32 or ord(c) == 127 for c in name):
        raise ValueError("control characters are not allowed in a name")
    return _quoted("coll_" + name)


class Collections:
    def __init__(self, db_path):
        self.db_path = db_path

    def _open(self):
        return closing(sqlite3.connect(self.db_path))

    def _known(self, con, name):
        """Return the quoted name of a collection's table as the schema has it."""
        row = con.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE ? ORDER BY rowid",
            ("coll_" + name,),
        ).fetchone()
        if row is None or not row[0].startswith("coll_"):
            raise ValueError("no such collection: %r" % name)
        return _quoted(row[0])

    def create(self, name):
        with self._open() as con, con:
            con.execute(f"CREATE TABLE {_new_table(name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        with self._open() as con, con:
            con.execute(f"INSERT INTO {self._known(con, name)} VALUES (?, ?)", (title, year))

    def labels(self, name):
        with self._open() as con:
            return con.execute(
                f"SELECT title, year FROM {self._known(con, name)} ORDER BY year, title"
            ).fetchall()

    def count(self):
        with self._open() as con:
            tables = [t for (t,) in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                      if t.startswith("coll_")]
            return {t[5:]: con.execute(f"SELECT count(*) FROM {_quoted(t)}").fetchone()[0] for t in tables}

    def rename(self, name, new_name):
        new = _new_table(new_name)
        with self._open() as con, con:
            con.execute("BEGIN IMMEDIATE")
            step = _quoted("moving_" + uuid.uuid4().hex)
            con.execute(f"ALTER TABLE {self._known(con, name)} RENAME TO {step}")
            con.execute(f"ALTER TABLE {step} RENAME TO {new}")

    def remove(self, name):
        with self._open() as con, con:
            con.execute(f"DROP TABLE {self._known(con, name)}")
