import sqlite3

FIELDS = ("id", "name", "style", "brewed_on", "litres")
DIRECTIONS = ("asc", "desc")


class BatchLog:
    def __init__(self, db_path):
        self.con = sqlite3.connect(db_path)
        self.con.row_factory = sqlite3.Row

    def add(self, name, style, brewed_on, litres):
        with self.con:
            cursor = self.con.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres))
        return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        table, _, column = sort_by.rpartition(".")
        if column not in FIELDS:
            raise ValueError(f"cannot sort by {sort_by!r}")
        if direction not in DIRECTIONS:
            raise ValueError(f"no such direction: {direction!r}")
        if not table:
            sort_by = "batches." + column
        rows = self.con.execute(
            f"SELECT {', '.join(FIELDS)} FROM batches ORDER BY {sort_by} {direction}, batches.id")
        return [dict(row) for row in rows]
