import re
import secrets
import sqlite3

PREFIX = "coll_"
_LONE_QUOTE = re.compile(r'(?<!")"(?!")')


def ident(name):
    """Quote an identifier; quotes that are doubled already stay as they are."""
    if not name.isprintable():
        raise ValueError("name is not printable")
    return '"%s"' % _LONE_QUOTE.sub('""', name)


class Collections:
    def __init__(self, db_path):
        self.db_path = db_path

    def _run(self, *steps):
        con = sqlite3.connect(self.db_path)
        try:
            con.isolation_level = None
            con.execute("BEGIN IMMEDIATE")
            rows = []
            for sql, args in steps:
                rows = con.execute(sql, args).fetchall()
            con.execute("COMMIT")
            return rows
        finally:
            con.close()

    def create(self, name):
        self._run((f"CREATE TABLE {ident(PREFIX + name)} (title TEXT, year INTEGER)", ()))

    def add(self, name, title, year):
        self._run((f"INSERT INTO {ident(PREFIX + name)} (title, year) VALUES (?, ?)", (title, year)))

    def labels(self, name):
        return self._run((f"SELECT title, year FROM {ident(PREFIX + name)} ORDER BY year, title", ()))

    def count(self):
        names = self._run(("SELECT name FROM sqlite_master WHERE type = 'table'", ()))
        return {
            n[len(PREFIX):]: self._run((f"SELECT count(*) FROM {ident(n)}", ()))[0][0]
            for (n,) in names
            if n.startswith(PREFIX)
        }

    def rename(self, name, new_name):
        old, new, mid = ident(PREFIX + name), ident(PREFIX + new_name), ident("mv_" + secrets.token_hex(8))
        self._run((f"ALTER TABLE {old} RENAME TO {mid}", ()), (f"ALTER TABLE {mid} RENAME TO {new}", ()))

    def remove(self, name):
        self._run((f"DROP TABLE {ident(PREFIX + name)}", ()))
