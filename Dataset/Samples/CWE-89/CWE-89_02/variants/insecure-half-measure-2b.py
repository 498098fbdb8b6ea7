import sqlite3
from contextlib import closing

COLUMNS = ("id", "name", "style", "brewed_on", "litres")


class BatchLog:
    def __init__(self, db_path):
        self._path = db_path

    def _open(self):
        return closing(sqlite3.connect(self._path))

    def add(self, name, style, brewed_on, litres):
        with self._open() as db, db:
            new = db.execute(
                "INSERT INTO batches (name, style, brewed_on, litres)"
                " VALUES (?, ?, ?, ?) RETURNING id",
                (name, style, brewed_on, litres),
            ).fetchone()
        return new[0]

    def batches(self, sort_by="id", direction="asc"):
        if sort_by not in COLUMNS:
            raise ValueError(f"no such column: {sort_by}")
        if not direction.lower().startswith(("asc", "desc")):
            raise ValueError(f"no such direction: {direction}")
        sql = "SELECT %s FROM batches ORDER BY %s %s, id" % (
            ", ".join(COLUMNS), sort_by, direction,
        )
        with self._open() as db:
            return [dict(zip(COLUMNS, row)) for row in db.execute(sql)]
