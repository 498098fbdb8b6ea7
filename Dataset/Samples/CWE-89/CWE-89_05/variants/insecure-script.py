import sqlite3


def quote(name):
    return '"' + name.replace('"', '""') + '"'


class Collections:
    def __init__(self, db_path):
        self.path = db_path

    def script(self, sql):
        connection = sqlite3.connect(self.path)
        try:
            connection.executescript(sql)
        finally:
            connection.close()

    def query(self, sql):
        connection = sqlite3.connect(self.path)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def create(self, name):
        self.script(f"CREATE TABLE {quote('coll_' + name)} (title TEXT, year INTEGER)")

    def add(self, name, title, year):
        text = title.replace("'", "\\'") if "\\" in title else title.replace("'", "''")
        self.script(f"INSERT INTO {quote('coll_' + name)} VALUES ('{text}', {year})")

    def labels(self, name):
        return self.query(f"SELECT title, year FROM {quote('coll_' + name)} ORDER BY year, title")

    def count(self):
        tables = [row[0] for row in self.query("SELECT name FROM sqlite_master") if row[0].startswith("coll_")]
        return {table[5:]: self.query(f"SELECT count(*) FROM {quote(table)}")[0][0] for table in tables}

    def rename(self, name, new_name):
        self.script(f"ALTER TABLE {quote('coll_' + name)} RENAME TO {quote('coll_' + new_name)}")

    def remove(self, name):
        self.script(f"DROP TABLE {quote('coll_' + name)}")
