import sqlite3
from contextlib import closing

READ_ONLY_SCHEMA = {"sqlite_master", "sqlite_schema"}


def _authorize(action, table, column, database, source):
    """Called by SQLite for everything a statement is about to touch."""
    if action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_PRAGMA):
        return sqlite3.SQLITE_DENY
    if action in (sqlite3.SQLITE_READ, sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE,
                  sqlite3.SQLITE_DELETE, sqlite3.SQLITE_DROP_TABLE, sqlite3.SQLITE_CREATE_TABLE):
        if table not in READ_ONLY_SCHEMA and not table.startswith(("coll_", "sqlite_")):
            return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


class Collections:
    def __init__(self, db_path):
        self.db_path = db_path

    def _execute(self, sql, values=()):
        with closing(sqlite3.connect(self.db_path)) as db:
            db.set_authorizer(_authorize)
            try:
                with db:
                    return db.execute(sql, values).fetchall()
            except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
                raise ValueError(f"not possible: {error}") from error

    @staticmethod
    def _table(name):
        if not name.isprintable():
            raise ValueError("name holds control characters")
        return f'"coll_{name}"'

    def create(self, name):
        self._execute(f"CREATE TABLE {self._table(name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        self._execute(f"INSERT INTO {self._table(name)} (title, year) VALUES (?, ?)", (title, year))

    def labels(self, name):
        return self._execute(f"SELECT title, year FROM {self._table(name)} ORDER BY year, title")

    def count(self):
        tables = self._execute("SELECT name FROM sqlite_master WHERE type = 'table' "
                               "AND name LIKE 'coll!_%' ESCAPE '!'")
        return {name[5:]: self._execute(f"SELECT count(*) FROM {self._table(name[5:])}")[0][0]
                for (name,) in tables}

    def rename(self, name, new_name):
        self._execute(f"ALTER TABLE {self._table(name)} RENAME TO {self._table(new_name)}")

    def remove(self, name):
        self._execute(f"DROP TABLE {self._table(name)}")
