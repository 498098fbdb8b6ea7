import sqlite3

COLUMNS = {"id", "name", "style", "brewed_on", "litres"}


class BatchLog:
    def __init__(self, db_path):
        self.db_path = db_path

    def connect(self):
        connection = sqlite3.connect(self.db_path)
        connection.row_factory = sqlite3.Row
        return connection

    def add(self, name, style, brewed_on, litres):
        connection = self.connect()
        cursor = connection.execute(
            "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)", (name, style, brewed_on, litres)
        )
        connection.commit()
        connection.close()
        return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        if sort_by not in COLUMNS:
            raise ValueError("cannot sort by " + sort_by)
        connection = self.connect()
        try:
            return [dict(r) for r in connection.execute(f"SELECT * FROM batches ORDER BY {sort_by} {direction}, id")]
        finally:
            connection.close()
