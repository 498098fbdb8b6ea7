import sqlite3
from contextlib import ExitStack


class Query:
    """Text and parameters grow together; only fixed text of this file is ever added."""

    def __init__(self, text):
        self.text, self.parameters = text, []

    def where(self, column, value):
        assert column in {"station", "category", "claimed"}
        self.text += f" AND {column} IS ?"
        self.parameters.append(value)
        return self

    def run(self, cursor):
        yield from cursor.execute(self.text + " ORDER BY id", tuple(self.parameters))


def find_items(db_path, station, category=None):
    query = Query("SELECT id, description FROM items WHERE 1").where("claimed", 0).where("station", station)
    if category is not None:
        query.where("category", category)
    with ExitStack() as stack:
        db = sqlite3.connect(db_path)
        stack.callback(db.close)
        return list(query.run(db.cursor()))
