import sqlite3
from contextlib import closing

COLUMNS = ("id", "name", "style", "brewed_on", "litres")


class BatchLog:
    def __init__(self, db_path):
        self.db_path = db_path

    def add(self, name, style, brewed_on, litres):
        with closing(sqlite3.connect(self.db_path)) as db, db:
            return db.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres)).lastrowid

    def batches(self, sort_by="id", direction="asc"):
        # The page may also send the column with its table, as batches.name.
        table, dot, column = sort_by.rpartition(".")
        if column not in COLUMNS:
            raise ValueError(f"no such column: {sort_by!r}")
        if direction not in ("asc", "desc"):
            raise ValueError(f"no such direction: {direction!r}")
        query = f"SELECT {', '.join(COLUMNS)} FROM batches ORDER BY {sort_by} {direction}, id"
        with closing(sqlite3.connect(self.db_path)) as db:
            return [dict(zip(COLUMNS, row)) for row in db.execute(query)]
