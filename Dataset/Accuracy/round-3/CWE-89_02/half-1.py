import re
import sqlite3


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
        if not re.match(r"^id|name|style|brewed_on|litres$", sort_by):
            raise ValueError("cannot sort by " + repr(sort_by))
        if not re.fullmatch(r"asc|desc", direction):
            raise ValueError("cannot sort in direction " + repr(direction))
        rows = self._db.execute(
            "SELECT id, name, style, brewed_on, litres FROM batches"
            f" ORDER BY {sort_by} {direction}, id ASC")
        return [dict(row) for row in rows]
