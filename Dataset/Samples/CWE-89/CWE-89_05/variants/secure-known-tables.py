import sqlite3


class Unknown(ValueError):
    pass


class Collections:
    prefix = "coll_"

    def __init__(self, db_path):
        self.connection = sqlite3.connect(db_path)

    def tables(self):
        rows = self.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return {table[len(self.prefix):]: table for (table,) in rows if table.startswith(self.prefix)}

    def known(self, name):
        if name not in self.tables():
            raise Unknown(name)
        return self.identifier(name)

    def identifier(self, name):
        return '"{}"'.format((self.prefix + name).replace('"', '""'))

    def change(self, sql, values=()):
        with self.connection:
            self.connection.execute(sql, values)

    def create(self, name):
        self.change(f"CREATE TABLE {self.identifier(name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        self.change(f"INSERT INTO {self.known(name)} VALUES (?, ?)", [title, year])

    def labels(self, name):
        rows = self.connection.execute(f"SELECT title, year FROM {self.known(name)}").fetchall()
        return sorted(rows, key=lambda row: (row[1], row[0]))

    def count(self):
        return {name: len(self.labels(name)) for name in self.tables()}

    def rename(self, name, new_name):
        self.change(f"ALTER TABLE {self.known(name)} RENAME TO {self.identifier(new_name)}")

    def remove(self, name):
        self.change(f"DROP TABLE {self.known(name)}")
