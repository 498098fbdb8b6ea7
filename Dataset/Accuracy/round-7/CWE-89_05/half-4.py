import sqlite3

QUOTES = ('""', "``", "[]")


def quoted(name):
    """coll_NAME in the first kind of quotes that the name does not use itself."""
    if any(ord(c) < 32 for c in name):
        raise ValueError("control character in a name")
    for opening, closing in QUOTES:
        if opening not in name:
            return f"{opening}coll_{name}{closing}"
    raise ValueError("too many kinds of quotes in a name")


class Collections:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, isolation_level=None)

    def create(self, name):
        self._db.execute(f"CREATE TABLE {quoted(name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        self._db.execute(f"INSERT INTO {quoted(name)} (title, year) VALUES (?, ?)", (title, year))

    def labels(self, name):
        rows = self._db.execute(f"SELECT title, year FROM {quoted(name)} ORDER BY year, title")
        return rows.fetchall()

    def count(self):
        names = [table.removeprefix("coll_") for (table,) in self._db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'") if table.startswith("coll_")]
        return {name: self._db.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone()[0]
                for name in names}

    def rename(self, name, new_name):
        self._db.execute(f"ALTER TABLE {quoted(name)} RENAME TO {quoted(new_name)}")

    def remove(self, name):
        self._db.execute(f"DROP TABLE {quoted(name)}")
