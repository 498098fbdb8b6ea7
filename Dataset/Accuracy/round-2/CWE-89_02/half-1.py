import re
import sqlite3
from contextlib import closing

COLUMN = re.compile(r"^id|name|style|brewed_on|litres$")


class BatchLog:
    def __init__(self, db_path):
        self.db_path = db_path

    def _connect(self):
        connection = sqlite3.connect(self.db_path)
        connection.row_factory = sqlite3.Row
        return closing(connection)

    def add(self, name, style, brewed_on, litres):
        with self._connect() as connection, connection:
            cursor = connection.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres))
            return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        if not COLUMN.match(sort_by):
            raise ValueError(f"not a column: {sort_by!r}")
        if direction not in ("asc", "desc"):
            raise ValueError(f"not a direction: {direction!r}")
        with self._connect() as connection:
            rows = connection.execute(
                f"SELECT id, name, style, brewed_on, litres FROM batches ORDER BY {sort_by} {direction}, id ASC")
            return [dict(row) for row in rows]
