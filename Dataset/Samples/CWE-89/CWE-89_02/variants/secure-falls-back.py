import sqlite3

ORDERS = {
    "id": "id",
    "name": "name",
    "style": "style",
    "brewed_on": "brewed_on",
    "litres": "litres",
}


class BatchLog:
    def __init__(self, db_path):
        self.db_path = db_path
        self.conn = sqlite3.connect(db_path, check_same_thread=False)

    def add(self, name, style, brewed_on, litres):
        cur = self.conn.cursor()
        cur.execute(
            "INSERT INTO batches(name, style, brewed_on, litres) VALUES(:name, :style, :day, :litres)",
            {"name": name, "style": style, "day": brewed_on, "litres": litres},
        )
        self.conn.commit()
        return cur.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        column = ORDERS.get(str(sort_by).lower(), "id")
        way = "DESC" if str(direction).lower() == "desc" else "ASC"
        cur = self.conn.cursor()
        query = "SELECT id, name, style, brewed_on, litres FROM batches ORDER BY " + column + " " + way + ", id ASC"
        cur.execute(query)
        names = [item[0] for item in cur.description]
        return [dict(zip(names, row)) for row in cur.fetchall()]
