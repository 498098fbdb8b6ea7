import sqlite3
import string

ALLOWED = set(string.ascii_letters + string.digits + " '-–:;%&().,!?_äöüßÄÖÜ")


class Collections:
    def __init__(self, db_path):
        self.connection = sqlite3.connect(db_path, isolation_level=None)

    def create(self, name):
        if not set(name) <= ALLOWED:
            raise ValueError(f"not a name: {name!r}")
        self.connection.execute(f'CREATE TABLE "coll_{name}" (title TEXT, year INTEGER)')

    def add(self, name, title, year):
        self.connection.execute(f'INSERT INTO "coll_{name}" VALUES (?, ?)', (title, year))

    def labels(self, name):
        return list(self.connection.execute(f'SELECT title, year FROM "coll_{name}" ORDER BY year, title'))

    def count(self):
        tables = self.connection.execute("SELECT name FROM sqlite_master WHERE substr(name, 1, 5) = 'coll_'").fetchall()
        rows = [(name[5:], self.connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()) for (name,) in tables]
        return {name: count for name, (count,) in rows}

    def rename(self, name, new_name):
        if not set(new_name) <= ALLOWED:
            raise ValueError(f"not a name: {new_name!r}")
        self.connection.execute(f'ALTER TABLE "coll_{name}" RENAME TO "coll_{new_name}"')

    def remove(self, name):
        self.connection.execute(f'DROP TABLE "coll_{name}"')
