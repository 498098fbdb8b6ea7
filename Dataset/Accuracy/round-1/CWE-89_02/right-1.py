import sqlite3
from contextlib import closing
from enum import Enum


class Column(str, Enum):
    id = "id"
    name_ = "name"
    style = "style"
    brewed_on = "brewed_on"
    litres = "litres"


class Direction(str, Enum):
    up = "asc"
    down = "desc"


class BatchLog:
    def __init__(self, db_path):
        self.connect = lambda: closing(sqlite3.connect(db_path))

    def add(self, name, style, brewed_on, litres):
        with self.connect() as con, con:
            ((new,),) = con.execute(
                "INSERT INTO batches (name, style, brewed_on, litres) VALUES (:n, :s, :b, :l) RETURNING id",
                {"n": name, "s": style, "b": brewed_on, "l": litres},
            ).fetchall()
        return new

    def batches(self, sort_by="id", direction="asc"):
        # both raise ValueError for anything that is not one of their values
        column, way = Column(sort_by), Direction(direction)
        fields = [c.value for c in Column]
        with self.connect() as con:
            found = con.execute(f'SELECT {", ".join(fields)} FROM batches ORDER BY "{column.value}" {way.value}, id')
            return [dict(zip(fields, row)) for row in found]
