import re
import sqlite3

COLUMN = re.compile(r"""
    ^(?:
        id            # the number
      | name | style  # texts
      | brewed_on     # a date
      | litres
    )$""", re.X | re.M)
DIRECTION = re.compile(r"\A(?:asc|desc)\Z")


class BatchLog:
    def __init__(self, db_path):
        self._db_path = db_path

    def _run(self, sql, values=()):
        con = sqlite3.connect(self._db_path)
        try:
            with con:
                cursor = con.execute(sql, values)
                return cursor.lastrowid, cursor.description, cursor.fetchall()
        finally:
            con.close()

    def add(self, name, style, brewed_on, litres):
        return self._run("INSERT INTO batches (name, style, brewed_on, litres) VALUES (?, ?, ?, ?)",
                         (name, style, brewed_on, litres))[0]

    def batches(self, sort_by="id", direction="asc"):
        if not COLUMN.match(sort_by):
            raise ValueError("no such column")
        if not DIRECTION.match(direction):
            raise ValueError("no such direction")
        _, names, rows = self._run(
            f"SELECT id, name, style, brewed_on, litres FROM batches ORDER BY {sort_by} {direction}, id")
        return [{name[0]: value for name, value in zip(names, row)} for row in rows]
