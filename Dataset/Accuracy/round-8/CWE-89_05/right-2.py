import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import wraps
from uuid import uuid4

SIGNS = (("[", "]"), ("`", "`"), ('"', '"'))


@dataclass(frozen=True)
class Table:
    name: str

    def __format__(self, spec):
        for begin, end in SIGNS:
            if end not in self.name:
                return begin + self.name + end
        return '"' + self.name.replace('"', '""') + '"'


def transaction(method):
    @wraps(method)
    def wrapper(self, *arguments):
        with closing(sqlite3.connect(self.db_path, isolation_level=None)) as con:
            con.execute("BEGIN IMMEDIATE")
            try:
                result = method(self, con, *arguments)
            except BaseException:
                con.execute("ROLLBACK")
                raise
            con.execute("COMMIT")
            return result
    return wrapper


def tables(con):
    return {name for name, in con.execute("SELECT name FROM sqlite_schema WHERE type = ?", ("table",))
            if name.startswith("coll_")}


def existing(con, name):
    if "coll_" + name not in tables(con):
        raise LookupError(f"no collection {name!r}")
    return Table("coll_" + name)


def new(name):
    if "\x00" in name:
        raise ValueError("a name holds no zero byte")
    name.encode()
    return Table("coll_" + name)


class Collections:
    def __init__(self, db_path):
        self.db_path = db_path

    @transaction
    def create(self, con, name):
        con.execute(f"CREATE TABLE {new(name)} (title TEXT, year INTEGER)")

    @transaction
    def add(self, con, name, title, year):
        con.execute(f"INSERT INTO {existing(con, name)} (title, year) VALUES (:title, :year)",
                    {"title": title, "year": year})

    @transaction
    def labels(self, con, name):
        return list(con.execute(f"SELECT title, year FROM {existing(con, name)} ORDER BY 2, 1"))

    @transaction
    def count(self, con):
        return {table[5:]: sum(1 for _ in con.execute(f"SELECT NULL FROM {Table(table)}"))
                for table in tables(con)}

    @transaction
    def rename(self, con, name, new_name):
        if name != new_name:
            between = Table(f"coll_{uuid4().hex}")
            con.execute(f"ALTER TABLE {existing(con, name)} RENAME TO {between}")
            con.execute(f"ALTER TABLE {between} RENAME TO {new(new_name)}")

    @transaction
    def remove(self, con, name):
        con.execute(f"DROP TABLE {existing(con, name)}")
