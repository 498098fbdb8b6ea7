import sqlite3
from contextlib import contextmanager


class Collections:
    def __init__(self, db_path):
        self.db_path = db_path

    @contextmanager
    def cursor(self):
        connection = sqlite3.connect(self.db_path)
        try:
            with connection:
                yield connection.cursor()
        finally:
            connection.close()

    def table(self, name):
        if '"' in name or "\0" in name or not name.isprintable():
            raise ValueError("a name has no double quotes")
        return f'"coll_{name}"'

    def create(self, name):
        with self.cursor() as cursor:
            cursor.execute("CREATE TABLE %s (title TEXT, year INTEGER)" % self.table(name))

    def add(self, name, title, year):
        with self.cursor() as cursor:
            cursor.execute("INSERT INTO %s VALUES (:title, :year)" % self.table(name), {"title": title, "year": year})

    def labels(self, name):
        with self.cursor() as cursor:
            return cursor.execute("SELECT title, year FROM %s ORDER BY 2, 1" % self.table(name)).fetchall()

    def count(self):
        with self.cursor() as cursor:
            cursor.execute(r"SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'coll\_%' ESCAPE '\'")
            names = [name[5:] for (name,) in cursor.fetchall() if '"' not in name]
            counts = {}
            for name in names:
                counts[name] = cursor.execute("SELECT count(*) FROM %s" % self.table(name)).fetchone()[0]
            return counts

    def rename(self, name, new_name):
        with self.cursor() as cursor:
            cursor.execute("ALTER TABLE %s RENAME TO %s" % (self.table(name), self.table(new_name)))

    def remove(self, name):
        with self.cursor() as cursor:
            cursor.execute("DROP TABLE %s" % self.table(name))
