import sqlite3


class BatchLog:
    def __init__(self, db_path):
        self.conn = sqlite3.connect(db_path)
        self.conn.row_factory = sqlite3.Row

    def add(self, name, style, brewed_on, litres):
        cursor = self.conn.execute(
            "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
            (name, style, brewed_on, litres),
        )
        self.conn.commit()
        return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        rows = self.conn.execute(
            f"SELECT id, name, style, brewed_on, litres FROM batches "
            f"ORDER BY {sort_by} {direction}, id ASC"
        )
        return [dict(row) for row in rows]
