import sqlite3
from enum import Enum


class Column(Enum):
    id = "ORDER BY id"
    name = "ORDER BY name"
    style = "ORDER BY style"
    brewed_on = "ORDER BY brewed_on"
    litres = "ORDER BY litres"

    @classmethod
    def named(cls, text):
        try:
            return cls.__members__[text]
        except (KeyError, TypeError):
            raise ValueError(f"cannot sort by {text!r}") from None


class BatchLog:
    SELECT = "SELECT id, name, style, brewed_on, litres FROM batches"

    def __init__(self, db_path):
        self.connection = sqlite3.connect(db_path, isolation_level=None)
        names = tuple(Column.__members__)
        self.connection.row_factory = lambda cursor, row: dict(zip(names, row))

    def add(self, name, style, brewed_on, litres):
        insert = """INSERT INTO batches (name, style, brewed_on, litres)
                    VALUES (:name, :style, :brewed_on, :litres)"""
        return self.connection.execute(
            insert, {"name": name, "style": style, "brewed_on": brewed_on, "litres": litres}).lastrowid

    def batches(self, sort_by="id", direction="asc"):
        column = Column.named(sort_by)
        match direction:
            case "asc":
                query = f"{self.SELECT} {column.value} ASC, id ASC"
            case "desc":
                query = f"{self.SELECT} {column.value} DESC, id ASC"
            case _:
                raise ValueError(f"cannot sort in direction {direction!r}")
        return self.connection.execute(query).fetchall()
