import sqlite3

COLUMNS = ("id", "name", "style", "brewed_on", "litres")


class _Queries(dict):
    """The statement for each column and direction, built when it is first needed."""

    def __missing__(self, key):
        column, direction = key
        query = self[key] = f"SELECT {', '.join(COLUMNS)} FROM batches ORDER BY {column} {direction}, id ASC"
        if column not in COLUMNS:
            raise ValueError(f"no such column: {column!r}")
        if direction not in ("asc", "desc"):
            raise ValueError(f"no such direction: {direction!r}")
        return query


class BatchLog:
    def __init__(self, db_path):
        self._connection = sqlite3.connect(db_path)
        self._queries = _Queries()

    def add(self, name, style, brewed_on, litres):
        with self._connection as con:
            cursor = con.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres),
            )
        return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        rows = self._connection.execute(self._queries[sort_by, direction])
        return [dict(zip(COLUMNS, row)) for row in rows]
