import functools
import logging
import secrets
import sqlite3
from contextlib import contextmanager

log = logging.getLogger(__name__)


@contextmanager
def _transaction(path):
    con = sqlite3.connect(path, isolation_level=None)
    try:
        con.execute("BEGIN IMMEDIATE")
        try:
            yield con
        except BaseException:
            con.execute("ROLLBACK")
            raise
        else:
            con.execute("COMMIT")
    finally:
        con.close()


def _w(con, table):
    if "\0" in table:
        raise ValueError("NUL in a name")
    table.encode("utf-8")
    ((text,),) = con.execute("""SELECT printf('"%w"', ?)""", (table,))
    return text


def _statement(needs_table):
    def wrap(method):
        @functools.wraps(method)
        def call(self, name, *args):
            table = "coll_" + name
            with _transaction(self._path) as con:
                quoted = _w(con, table)
                found = con.execute(
                    "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?)", (table,)
                ).fetchone()[0]
                if bool(found) is not needs_table:
                    raise ValueError(f"collection {name!r}: " + ("unknown" if needs_table else "there already"))
                log.debug("%s %s", method.__name__, quoted)
                return method(self, con, quoted, *args)
        return call
    return wrap


class Collections:
    __slots__ = ("_path",)

    def __init__(self, db_path):
        self._path = db_path

    @_statement(False)
    def create(self, con, table):
        con.execute("CREATE TABLE main." + table + " (title TEXT, year INTEGER)")

    @_statement(True)
    def add(self, con, table, title, year):
        con.execute("INSERT INTO main." + table + " (title, year) VALUES (:t, :y)", {"t": title, "y": year})

    @_statement(True)
    def labels(self, con, table):
        return list(con.execute("SELECT title, year FROM main." + table + " ORDER BY year, title"))

    def count(self):
        with _transaction(self._path) as con:
            tables = con.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'coll[_]*'").fetchall()
            return {t.removeprefix("coll_"): con.execute("SELECT count(*) FROM main." + _w(con, t)).fetchone()[0]
                    for t, in tables}

    @_statement(True)
    def rename(self, con, table, new_name):
        step = '"renaming ' + secrets.token_hex(16) + '"'
        con.execute(f"ALTER TABLE main.{table} RENAME TO {step}")
        con.execute(f"ALTER TABLE main.{step} RENAME TO {_w(con, 'coll_' + new_name)}")

    @_statement(True)
    def remove(self, con, table):
        con.execute("DROP TABLE main." + table)
