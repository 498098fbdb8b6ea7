import sqlite3
from contextlib import contextmanager
from enum import Enum

Column = Enum("Column", {name: name for name in ("id", "name", "style", "brewed_on", "litres")})
Direction = Enum("Direction", ["asc", "desc"])

# complete statements, made once from nothing but the names above
STATEMENTS = {
    (column, direction): "SELECT {} FROM batches ORDER BY {} {}, id ASC".format(
        ", ".join(c.value for c in Column), column.value, direction.name.upper())
    for column in Column for direction in Direction
}


class BatchLog:
    def __init__(self, db_path):
        self._path = db_path

    @contextmanager
    def _cursor(self):
        connection = sqlite3.connect(self._path)
        try:
            with connection:
                yield connection.cursor()
        finally:
            connection.close()

    def add(self, name, style, brewed_on, litres):
        with self._cursor() as cursor:
            cursor.execute("INSERT INTO batches (name, style, brewed_on, litres) VALUES (:name, :style, :brewed_on, :litres)",
                           dict(name=name, style=style, brewed_on=brewed_on, litres=litres))
            return cursor.lastrowid

    def batches(self, sort_by="id", direction="asc"):
        try:
            statement = STATEMENTS[Column(sort_by), Direction[direction]]
        except KeyError:
            raise ValueError(f"no such direction: {direction!r}") from None
        with self._cursor() as cursor:
            cursor.execute(statement)
            return [{head[0]: value for head, value in zip(cursor.description, row)} for row in cursor]
