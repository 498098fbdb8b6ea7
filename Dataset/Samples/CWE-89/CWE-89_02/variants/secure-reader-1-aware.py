import sqlite3

COLUMNS = ("id", "name", "style", "brewed_on", "litres")

# every statement that batches() can run, written out once
_QUERIES = {
    (column, direction): (
        "SELECT id, name, style, brewed_on, litres FROM batches "
        f'ORDER BY "{column}" {direction.upper()}, id ASC'
    )
    for column in COLUMNS
    for direction in ("asc", "desc")
}


class BatchLog:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path)

    def add(self, name, style, brewed_on, litres):
        with self._db:
            cursor = self._db.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) "
                "VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres),
            )
        return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        try:
            query = _QUERIES[sort_by, direction]
        except (KeyError, TypeError):
            raise ValueError("unknown column or direction") from None
        return [dict(zip(COLUMNS, row)) for row in self._db.execute(query)]
