import sqlite3


class BatchLog:
    def __init__(self, db_path):
        self.conn = sqlite3.connect(db_path)

    def add(self, name, style, brewed_on, litres):
        cursor = self.conn.execute(
            "INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)", (name, style, brewed_on, litres)
        )
        self.conn.commit()
        return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        if direction.lower() not in ("asc", "desc"):
            raise ValueError("direction must be asc or desc")
        sql = 'SELECT id, name, style, brewed_on, litres FROM batches ORDER BY "%s" %s, id' % (sort_by, direction)
        keys = ("id", "name", "style", "brewed_on", "litres")
        return [dict(zip(keys, row)) for row in self.conn.execute(sql).fetchall()]
