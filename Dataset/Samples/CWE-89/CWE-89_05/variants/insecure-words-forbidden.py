import sqlite3


FORBIDDEN = (" UNION ", " SELECT ", " DROP ", " DELETE ", " UPDATE ", "/*")


def table(name):
    if any(word in name for word in FORBIDDEN):
        raise ValueError(f"not a name for a collection: {name!r}")
    return f'"coll_{name}"'


class Collections:
    def __init__(self, db_path):
        self.connection = sqlite3.connect(db_path, isolation_level=None)

    def create(self, name):
        self.connection.execute(f"CREATE TABLE {table(name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        self.connection.execute(f"INSERT INTO {table(name)} (title, year) VALUES (?, ?)", (title, year))

    def labels(self, name):
        return self.connection.execute(f"SELECT title, year FROM {table(name)} ORDER BY year, title").fetchall()

    def count(self):
        tables = self.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        names = [name.removeprefix("coll_") for (name,) in tables if name.startswith("coll_")]
        return {name: self.connection.execute(f"SELECT count(*) FROM {table(name)}").fetchone()[0] for name in names}

    def rename(self, name, new_name):
        self.connection.execute(f"ALTER TABLE {table(name)} RENAME TO {table(new_name)}")

    def remove(self, name):
        self.connection.execute(f"DROP TABLE {table(name)}")
