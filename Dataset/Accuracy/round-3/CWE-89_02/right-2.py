import sqlite3
from contextlib import contextmanager
from functools import cached_property

KEYS = ["id", "name", "style", "brewed_on", "litres"]


class BatchLog:
    """The statement is always the same; which column counts is told by parameters that are plain numbers."""

    QUERY = """
        SELECT id, name, style, brewed_on, litres FROM batches ORDER BY
            CASE WHEN ?1 = 0 THEN id END ASC,
            CASE ?1 WHEN 1 THEN name WHEN 2 THEN style WHEN 3 THEN brewed_on WHEN 4 THEN litres END ASC,
            CASE WHEN ?2 = 0 THEN id END DESC,
            CASE ?2 WHEN 1 THEN name WHEN 2 THEN style WHEN 3 THEN brewed_on WHEN 4 THEN litres END DESC,
            id ASC"""

    def __init__(self, db_path):
        self._path = db_path

    @cached_property
    def _connection(self):
        return sqlite3.connect(self._path)

    @contextmanager
    def _cursor(self):
        with self._connection as connection:
            cursor = connection.cursor()
            try:
                yield cursor
            finally:
                cursor.close()

    def add(self, *batch, **named):
        values = dict(zip(KEYS[1:], batch)) | named
        with self._cursor() as cursor:
            cursor.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                [values[key] for key in KEYS[1:]])
            return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        number = KEYS.index(sort_by)  # raises ValueError for anything else
        way = ["asc", "desc"].index(direction)
        chosen = [None, None]
        chosen[way] = number
        with self._cursor() as cursor:
            return [dict(zip(KEYS, row)) for row in cursor.execute(self.QUERY, chosen)]
