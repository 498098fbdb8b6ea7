import sqlite3


class BatchLog:
    def __init__(self, db_path):
        self.connection = sqlite3.connect(db_path)
        self.connection.row_factory = sqlite3.Row

    def add(self, name, style, brewed_on, litres):
        with self.connection:
            cursor = self.connection.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                (name, style, brewed_on, litres),
            )
        return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        rows = self.connection.execute(
            f"SELECT id, name, style, brewed_on, litres FROM batches ORDER BY {sort_by} {direction}, id"
        )
        return [dict(row) for row in rows]
