import sqlite3


class BatchLog:
    def __init__(self, db_path):
        self.conn = sqlite3.connect(db_path)
        self.conn.row_factory = sqlite3.Row

    def add(self, name, style, brewed_on, litres):
        cur = self.conn.execute(
            "INSERT INTO batches (name, style, brewed_on, litres) "
            "VALUES (?, ?, ?, ?)",
            (name, style, brewed_on, litres),
        )
        self.conn.commit()
        return cur.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        rows = self.conn.execute(
            "SELECT id, name, style, brewed_on, litres FROM batches "
            f"ORDER BY {sort_by} {direction}, id ASC"
        )
        return [dict(row) for row in rows]
