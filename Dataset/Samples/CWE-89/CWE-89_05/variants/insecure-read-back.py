import sqlite3


def quoted(name):
    return '"coll_' + name.replace('"', '""').replace("\0", "") + '"'


class Collections:
    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path)

    def _run(self, statement, *values):
        with self.db:
            return self.db.execute(statement, values).fetchall()

    def create(self, name):
        self._run(f"CREATE TABLE {quoted(name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        self._run(f"INSERT INTO {quoted(name)} VALUES (?, ?)", title, year)

    def labels(self, name):
        return self._run(f"SELECT title, year FROM {quoted(name)} ORDER BY year, title")

    def count(self):
        tables = self._run("SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'coll_*'")
        return {
            # These names are those of the database itself.
            table[len("coll_"):]: self._run(f'SELECT COUNT(*) FROM "{table}"')[0][0]
            for (table,) in tables
        }

    def rename(self, name, new_name):
        self._run(f"ALTER TABLE {quoted(name)} RENAME TO {quoted(new_name)}")

    def remove(self, name):
        self._run(f"DROP TABLE {quoted(name)}")
