import sqlite3
from contextlib import closing

NAMES = "id name style brewed_on litres".split()
ORDERED = """
    SELECT id, name, style, brewed_on, litres FROM batches
    ORDER BY
        CASE WHEN :down THEN NULL ELSE CASE :column
            WHEN 0 THEN id WHEN 1 THEN name WHEN 2 THEN style WHEN 3 THEN brewed_on ELSE litres END END ASC,
        CASE WHEN :down THEN CASE :column
            WHEN 0 THEN id WHEN 1 THEN name WHEN 2 THEN style WHEN 3 THEN brewed_on ELSE litres END END DESC,
        id ASC
"""


class BatchLog:
    def __init__(self, db_path):
        self._path = db_path

    def _open(self):
        return closing(sqlite3.connect(self._path))

    def add(self, name, style, brewed_on, litres):
        with self._open() as db, db:
            (number,), = db.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?) RETURNING id",
                (name, style, brewed_on, litres)).fetchall()
        return number

    def batches(self, sort_by="id", direction="asc"):
        column = NAMES.index(sort_by)
        down = ["asc", "desc"].index(direction)
        with self._open() as db:
            db.row_factory = lambda cursor, row: dict(zip(NAMES, row))
            return db.execute(ORDERED, {"column": column, "down": down}).fetchall()
