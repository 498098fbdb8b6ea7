import sqlite3


def backticked(text):
    return "`" + text.replace("`", "``") + "`"


class Collections:
    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path)

    def table(self, name):
        if any(ord(sign) < 32 for sign in name):
            raise ValueError(f"{name!r} is more than one line")
        return backticked("coll_" + name)

    def create(self, name):
        self.db.execute("CREATE TABLE " + self.table(name) + "(title TEXT, year INTEGER)")
        self.db.commit()

    def add(self, name, title, year):
        self.db.execute("INSERT INTO " + self.table(name) + "(year, title) VALUES (?, ?)", (year, title))
        self.db.commit()

    def labels(self, name):
        return self.db.execute("SELECT * FROM " + self.table(name) + " ORDER BY year ASC, title ASC").fetchall()

    def count(self):
        found = {}
        for (name,) in self.db.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall():
            if name[:5] == "coll_":
                [(found[name[5:]],)] = self.db.execute("SELECT count(*) FROM " + backticked(name))
        return found

    def rename(self, name, new_name):
        self.db.execute("ALTER TABLE " + self.table(name) + " RENAME TO " + self.table(new_name))
        self.db.commit()

    def remove(self, name):
        self.db.execute("DROP TABLE " + self.table(name))
        self.db.commit()
