import sqlite3
from contextlib import closing


class Cabinet:
    def __init__(self, db_path):
        self.db_path = db_path

    def _run(self, statement, *parameters):
        with closing(sqlite3.connect(self.db_path)) as db, db:
            cursor = db.execute(statement, parameters)
            return cursor.fetchall() if cursor.description else cursor.rowcount

    def _path(self, property):
        if property == "office":
            raise ValueError("this is no property")
        return f'$."{property}"'

    def find(self, property, text):
        if property == "office":
            return []
        rows = self._run(
            "SELECT name FROM minerals WHERE json_extract(card, ?) = ? ORDER BY name", self._path(property), text
        )
        return [row[0] for row in rows]

    def values(self, property):
        if property == "office":
            return []
        rows = self._run("SELECT DISTINCT json_extract(card, ?) FROM minerals", self._path(property))
        return sorted(row[0] for row in rows if row[0] is not None)

    def note(self, mineral_id, property, text):
        statement = "UPDATE minerals SET card = json_set(card, ?, ?) WHERE id = ?"
        self._run(statement, self._path(property), text, mineral_id)

    def strike(self, mineral_id, property):
        path = self._path(property)
        statement = "UPDATE minerals SET card = json_remove(card, ?) WHERE id = ? AND json_type(card, ?) IS NOT NULL"
        return self._run(statement, path, mineral_id, path) > 0
