import sqlite3

COLUMNS = ("id", "name", "style", "brewed_on", "litres")
DIRECTIONS = ("asc", "desc")

# every statement that batches() can run, written down beforehand
STATEMENTS = {
    (column, direction): (
        f"SELECT {', '.join(COLUMNS)} FROM batches ORDER BY {column} {direction}, id ASC"
    )
    for column in COLUMNS
    for direction in DIRECTIONS
}


class BatchLog:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path)

    def add(self, name, style, brewed_on, litres):
        with self._db:
            cursor = self._db.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres),
            )
        return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        try:
            statement = STATEMENTS[sort_by, direction]
        except (KeyError, TypeError):
            raise ValueError("unknown column or direction") from None
        return [dict(zip(COLUMNS, row)) for row in self._db.execute(statement)]
