import re
import sqlite3

SORT_BY = re.compile(r"^id|name|style|brewed_on|litres$")
DIRECTION = re.compile(r"^(asc|desc)\Z")


class BatchLog:
    def __init__(self, db_path):
        self._con = sqlite3.connect(db_path)
        self._con.row_factory = sqlite3.Row

    def add(self, name, style, brewed_on, litres):
        with self._con:
            return self._con.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres),
            ).lastrowid

    def batches(self, sort_by="id", direction="asc"):
        if not SORT_BY.match(sort_by):
            raise ValueError(f"cannot sort by {sort_by!r}")
        if not DIRECTION.match(direction):
            raise ValueError(f"no such direction: {direction!r}")
        rows = self._con.execute(
            f"SELECT id, name, style, brewed_on, litres FROM batches ORDER BY {sort_by} {direction}, id"
        )
        return [dict(row) for row in rows]
