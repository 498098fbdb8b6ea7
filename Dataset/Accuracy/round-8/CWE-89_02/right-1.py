import sqlite3
from contextlib import closing

COLUMNS = ("id", "name", "style", "brewed_on", "litres")


class BatchLog:
    def __init__(self, db_path):
        self.db_path = db_path

    def add(self, name, style, brewed_on, litres):
        with closing(sqlite3.connect(self.db_path)) as con, con:
            return con.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres)).lastrowid

    def batches(self, sort_by="id", direction="asc"):
        if sort_by not in COLUMNS:
            raise ValueError(f"no such column: {sort_by!r}")
        if direction not in ("asc", "desc"):
            raise ValueError(f"no such direction: {direction!r}")
        with closing(sqlite3.connect(self.db_path)) as con:
            rows = con.execute(f"SELECT id, name, style, brewed_on, litres FROM batches"
                               f" ORDER BY {sort_by} {direction}, id").fetchall()
        return [dict(zip(COLUMNS, row)) for row in rows]
