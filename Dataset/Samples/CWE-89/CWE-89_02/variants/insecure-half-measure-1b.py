import sqlite3
from contextlib import closing

COLUMNS = ("id", "name", "style", "brewed_on", "litres")


class BatchLog:
    def __init__(self, db_path):
        self.db_path = db_path

    def _connect(self):
        return closing(sqlite3.connect(self.db_path))

    def add(self, name, style, brewed_on, litres):
        with self._connect() as db:
            cursor = db.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres),
            )
            db.commit()
            return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        if sort_by not in COLUMNS:
            raise ValueError(f"unknown column: {sort_by}")
        sql = "SELECT {} FROM batches ORDER BY {} {}".format(
            ", ".join(COLUMNS), sort_by, direction.upper()
        )
        if sort_by != "id":
            sql += ", id"
        with self._connect() as db:
            return [dict(zip(COLUMNS, row)) for row in db.execute(sql)]
