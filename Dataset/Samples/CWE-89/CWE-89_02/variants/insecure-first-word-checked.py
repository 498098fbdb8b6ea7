import sqlite3


class BatchLog:
    COLUMNS = ["id", "name", "style", "brewed_on", "litres"]

    def __init__(self, db_path):
        self.conn = sqlite3.connect(db_path)
        self.conn.row_factory = sqlite3.Row

    def add(self, name, style, brewed_on, litres):
        with self.conn:
            return self.conn.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                [name, style, brewed_on, litres],
            ).lastrowid

    def batches(self, sort_by="id", direction="asc"):
        if not any(sort_by.startswith(column) for column in self.COLUMNS):
            raise ValueError("unknown column")
        if not direction.startswith(("asc", "desc")):
            raise ValueError("unknown direction")
        if ";" in sort_by + direction or "--" in sort_by + direction:
            raise ValueError("invalid character")
        query = "SELECT * FROM batches ORDER BY {} {}, id ASC".format(sort_by, direction)
        return [dict(row) for row in self.conn.execute(query)]
