import sqlite3

COLUMNS = ("id", "name", "style", "brewed_on", "litres")
LONGEST = 60


def literal(text):
    """A text for the statement; the page has no room for long ones."""
    return "'" + text.replace("'", "''")[:LONGEST] + "'"


class BatchLog:
    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path)

    def add(self, name, style, brewed_on, litres):
        values = [literal(name), literal(style), literal(brewed_on), str(int(litres))]
        with self.db:
            statement = f"INSERT INTO batches ({', '.join(COLUMNS[1:])}) VALUES ({', '.join(values)})"
            return self.db.execute(statement).lastrowid

    def batches(self, sort_by="id", direction="asc"):
        column = COLUMNS[COLUMNS.index(sort_by)]
        order = {"asc": "ASC", "desc": "DESC"}.get(direction)
        if order is None:
            raise ValueError(f"there is no direction {direction!r}")
        found = self.db.execute(f"SELECT {', '.join(COLUMNS)} FROM batches ORDER BY {column} {order}, id")
        return [dict(zip(COLUMNS, row)) for row in found]
