import sqlite3

COLUMNS = ("id", "name", "style", "brewed_on", "litres")


class BatchLog:
    def __init__(self, db_path):
        self.connection = sqlite3.connect(db_path)

    def add(self, name, style, brewed_on, litres):
        with self.connection:
            return self.connection.execute("INSERT INTO batches VALUES (NULL, ?, ?, ?, ?)",
                                           (name, style, brewed_on, litres)).lastrowid

    def _order(self, sort_by, direction):
        if sort_by == "id":
            return f"id {direction}"
        if sort_by not in COLUMNS:
            raise ValueError(f"cannot sort by {sort_by!r}")
        if direction not in ("asc", "desc"):
            raise ValueError(f"no direction {direction!r}")
        return f"{sort_by} {direction}, id"

    def batches(self, sort_by="id", direction="asc"):
        query = f"SELECT {', '.join(COLUMNS)} FROM batches ORDER BY {self._order(sort_by, direction)}"
        return [dict(zip(COLUMNS, row)) for row in self.connection.execute(query)]
