import sqlite3
import uuid
from contextlib import contextmanager


class Collections:
    def __init__(self, db_path):
        self._path = db_path

    @contextmanager
    def _db(self):
        con = sqlite3.connect(self._path, isolation_level=None)
        try:
            con.execute("BEGIN")
            yield con
            con.execute("COMMIT")
        except BaseException:
            if con.in_transaction:
                con.execute("ROLLBACK")
            raise
        finally:
            con.close()

    @staticmethod
    def _ident(con, table):
        """Let SQLite itself quote the identifier: %w doubles every double quote."""
        return con.execute("SELECT printf('\"%w\"', ?)", (table,)).fetchone()[0]

    def _table(self, con, name):
        return self._ident(con, "coll_" + name)

    def create(self, name):
        with self._db() as con:
            con.execute("CREATE TABLE %s (title TEXT, year INTEGER)" % self._table(con, name))

    def add(self, name, title, year):
        with self._db() as con:
            con.execute("INSERT INTO %s (title, year) VALUES (?, ?)" % self._table(con, name), (title, year))

    def labels(self, name):
        with self._db() as con:
            return con.execute(
                "SELECT title, year FROM %s ORDER BY year, title" % self._table(con, name)
            ).fetchall()

    def count(self):
        with self._db() as con:
            names = [r[0] for r in con.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'coll_*'")]
            return {
                n[5:]: con.execute("SELECT count(*) FROM " + self._ident(con, n)).fetchone()[0]
                for n in names
            }

    def rename(self, name, new_name):
        with self._db() as con:
            step = self._ident(con, "rename_" + uuid.uuid4().hex)
            con.execute("ALTER TABLE %s RENAME TO %s" % (self._table(con, name), step))
            con.execute("ALTER TABLE %s RENAME TO %s" % (step, self._table(con, new_name)))

    def remove(self, name):
        with self._db() as con:
            con.execute("DROP TABLE " + self._table(con, name))
