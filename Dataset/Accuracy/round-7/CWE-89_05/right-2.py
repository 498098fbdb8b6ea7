"""Names with quotes, brackets or control characters are refused; the statements are
templates, and a decorator fills in the tables and runs what the method returns."""
import functools
import logging
import sqlite3
import string
import unicodedata

log = logging.getLogger("collections")
FORBIDDEN = frozenset('"`[]')


def table(name):
    bad = {c for c in name if c in FORBIDDEN or unicodedata.category(c) in ("Cc", "Cs")}
    if bad:
        log.warning("refused the name %r", name)
        raise ValueError("a name must not hold " + " ".join(map(repr, sorted(bad))))
    return "coll_" + name


def statement(existing=(), new=()):
    def decorate(method):
        @functools.wraps(method)
        def run(self, *args):
            parameters = dict(zip(method.__code__.co_varnames[1:], args))
            tables = {p: table(parameters[p]) for p in (*existing, *new)}
            with self._connect() as db:
                present = {n for (n,) in db.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table'")}
                for p in existing:
                    if tables[p] not in present:
                        raise LookupError(f"no collection {parameters[p]!r}")
                sql, values = method(self, *args)
                quoted = {p: f'"{t}"' for p, t in tables.items()}
                rows = list(db.execute(string.Template(sql).substitute(quoted), values))
            db.close()
            return rows or None
        return run
    return decorate


class Collections:
    def __init__(self, db_path):
        self._connect = functools.partial(sqlite3.connect, db_path)

    @statement(new=["name"])
    def _create(self, name):
        return "CREATE TABLE $name (title TEXT, year INTEGER)", ()

    @statement(existing=["name"])
    def _add(self, name, title, year):
        return "INSERT INTO $name (title, year) VALUES (?, ?)", (title, year)

    @statement(existing=["name"])
    def _labels(self, name):
        return "SELECT title, year FROM $name ORDER BY year, title", ()

    @statement(existing=["name"])
    def _size(self, name):
        return "SELECT count(*) FROM $name", ()

    @statement(existing=["name"], new=["new_name"])
    def _rename(self, name, new_name):
        return "ALTER TABLE $name RENAME TO $new_name", ()

    @statement(existing=["name"])
    def _remove(self, name):
        return "DROP TABLE $name", ()

    def create(self, name):
        self._create(name)

    def add(self, name, title, year):
        self._add(name, title, year)

    def labels(self, name):
        return self._labels(name) or []

    def count(self):
        with self._connect() as db:
            names = [n.removeprefix("coll_") for (n,) in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'") if n.startswith("coll_")]
        db.close()
        return {name: size for name in names for ((size,),) in [self._size(name)]}

    def rename(self, name, new_name):
        self._rename(name, new_name)

    def remove(self, name):
        self._remove(name)
