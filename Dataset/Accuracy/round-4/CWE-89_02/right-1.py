import enum
import sqlite3


class Column(enum.StrEnum):
    ID = "id"
    NAME = "name"
    STYLE = "style"
    BREWED_ON = "brewed_on"
    LITRES = "litres"


class Direction(enum.Enum):
    ASCENDING = "asc"
    DESCENDING = "desc"


STATEMENTS = {
    (column, way): 'SELECT {} FROM batches ORDER BY "{}" {}, "id" ASC'.format(
        ", ".join(f'"{c}"' for c in Column), column, way.value.upper())
    for column in Column for way in Direction
}


class BatchLog:
    def __init__(self, db_path):
        self.__db = sqlite3.connect(db_path, isolation_level=None)

    def add(self, name, style, brewed_on, litres):
        row = dict(zip(list(Column)[1:], (name, style, brewed_on, litres)))
        return self.__db.execute(
            "INSERT INTO batches (name, style, brewed_on, litres) VALUES (:name, :style, :brewed_on, :litres)",
            {str(key): value for key, value in row.items()}).lastrowid

    def batches(self, sort_by="id", direction="asc"):
        statement = STATEMENTS[Column(sort_by), Direction(direction)]
        return [{str(c): v for c, v in zip(Column, row)} for row in self.__db.execute(statement)]
