import itertools
import sqlite3
from types import MappingProxyType

_FIELDS = ("id", "name", "style", "brewed_on", "litres")
_STATEMENTS = MappingProxyType({
    (field, way): "SELECT id, name, style, brewed_on, litres FROM batches ORDER BY %s %s, id" % (field, way)
    for field, way in itertools.product(_FIELDS, ("asc", "desc"))
})


class BatchLog(sqlite3.Connection):
    def __init__(self, db_path):
        super().__init__(db_path)
        self.row_factory = lambda cursor, row: dict(zip(_FIELDS, row))

    def add(self, name, style, brewed_on, litres):
        with self:
            values = (None, name, style, brewed_on, litres)
            return self.execute("INSERT INTO batches VALUES (?, ?, ?, ?, ?)", values).lastrowid

    def batches(self, sort_by="id", direction="asc"):
        try:
            statement = _STATEMENTS[sort_by, direction]
        except (KeyError, TypeError) as unknown:
            raise ValueError("unknown column or direction") from unknown
        return list(self.execute(statement))
