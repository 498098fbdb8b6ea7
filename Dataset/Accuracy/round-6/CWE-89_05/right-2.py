import sqlite3
import uuid
from contextlib import closing
from dataclasses import dataclass
from typing import Iterator


@dataclass(frozen=True)
class Table:
    """A table's name; in an f-string it is what may stand in a statement."""
    plain: str

    def __post_init__(self):
        if not isinstance(self.plain, str) or "\0" in self.plain:
            raise ValueError("not a name")
        try:
            self.plain.encode()
        except UnicodeEncodeError:
            raise ValueError("not a name") from None

    def __format__(self, spec):
        return "`" + "``".join(self.plain.split("`")) + "`"


def coll(name):
    return Table("coll_" + name)


class Collections:
    def __init__(self, db_path):
        self.db_path = db_path

    def _tables(self, con) -> Iterator[Table]:
        for (name,) in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if name[:5] == "coll_":
                yield Table(name)

    def _do(self, work, *must_exist):
        with closing(sqlite3.connect(self.db_path, isolation_level="IMMEDIATE")) as con:
            with con:
                con.execute("BEGIN IMMEDIATE")
                missing = set(must_exist).difference(self._tables(con))
                if missing:
                    raise ValueError(f"no such collection: {[t.plain for t in missing]!r}")
                return work(con)

    def create(self, name):
        t = coll(name)
        self._do(lambda con: con.execute(f"CREATE TABLE {t} (title TEXT, year INTEGER)") and None)

    def add(self, name, title, year):
        t = coll(name)
        self._do(lambda con: con.execute(f"INSERT INTO {t} SELECT ?, ?", [title, year]) and None, t)

    def labels(self, name):
        t = coll(name)
        return self._do(lambda con: con.execute(f"SELECT title, year FROM {t} ORDER BY 2, 1").fetchall(), t)

    def count(self):
        return self._do(lambda con: {
            t.plain[5:]: con.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in self._tables(con)})

    def rename(self, name, new_name):
        old, new, step = coll(name), coll(new_name), Table("step_" + str(uuid.uuid4()))

        def work(con):
            for a, b in ((old, step), (step, new)):
                con.execute(f"ALTER TABLE {a} RENAME TO {b}")

        self._do(work, old)

    def remove(self, name):
        t = coll(name)
        self._do(lambda con: con.execute(f"DROP TABLE {t}") and None, t)
