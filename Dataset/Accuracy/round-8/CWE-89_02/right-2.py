import sqlite3
from dataclasses import asdict, dataclass, fields
from enum import Enum


@dataclass
class Batch:
    id: int
    name: str
    style: str
    brewed_on: str
    litres: int


class Direction(Enum):
    ASC = "asc"
    DESC = "desc"


Column = Enum("Column", {field.name: field.name for field in fields(Batch)})

STATEMENTS = {
    (column, direction): "SELECT id, name, style, brewed_on, litres FROM batches ORDER BY "
    + str(place) + " " + direction.name + ", 1 ASC"
    for place, column in enumerate(Column, 1) for direction in Direction
}


class BatchLog:
    def __init__(self, db_path):
        self._con = sqlite3.connect(db_path, isolation_level=None, check_same_thread=False)

    def __del__(self):
        if hasattr(self, "_con"):
            self._con.close()

    def add(self, name, style, brewed_on, litres):
        cursor = self._con.execute(
            "INSERT INTO batches (name, style, brewed_on, litres) VALUES (:name, :style, :day, :litres) RETURNING id",
            {"name": name, "style": style, "day": brewed_on, "litres": litres})
        [(number,)] = cursor.fetchall()
        return number

    def batches(self, sort_by="id", direction="asc"):
        statement = STATEMENTS[Column(sort_by), Direction(direction)]
        return [asdict(Batch(*row)) for row in self._con.execute(statement).fetchall()]
