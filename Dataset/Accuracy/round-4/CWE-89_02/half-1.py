import re
import sqlite3

COLUMN = re.compile(r"^id|name|style|brewed_on|litres$")


class BatchLog:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path)
        self._db.row_factory = sqlite3.Row

    def add(self, name, style, brewed_on, litres):
        with self._db:
            cursor = self._db.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres))
        return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        if not isinstance(sort_by, str) or not COLUMN.search(sort_by):
            raise ValueError("unknown column")
        if direction not in ("asc", "desc"):
            raise ValueError("unknown direction")
        rows = self._db.execute(
            f"SELECT id, name, style, brewed_on, litres FROM batches ORDER BY {sort_by} {direction}, id ASC")
        return [dict(row) for row in rows]
