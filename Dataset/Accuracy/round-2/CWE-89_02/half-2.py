import sqlite3

COLUMNS = ("id", "name", "style", "brewed_on", "litres")
DIRECTIONS = {"asc": "ASC", "desc": "DESC"}


class BatchLog:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path)

    def add(self, name, style, brewed_on, litres):
        with self._db:
            return self._db.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres),
            ).lastrowid

    def batches(self, sort_by="id", direction="asc"):
        # a page may name the column with its table, as in batches.name
        column = sort_by.rpartition(".")[2]
        if column not in COLUMNS:
            raise ValueError(f"cannot sort by {sort_by!r}")
        if direction not in DIRECTIONS:
            raise ValueError(f"no such direction: {direction!r}")
        rows = self._db.execute(
            f"SELECT {', '.join(COLUMNS)} FROM batches ORDER BY {sort_by} {DIRECTIONS[direction]}, id")
        return [dict(zip(COLUMNS, row)) for row in rows]
