import sqlite3
from contextlib import closing

HIDDEN = "office"


def _path(property):
    """The path of a property at the top of a card that is not there yet.

    A label ends at a dot or a bracket, unless it is in double quotes; in
    these there can be no other double quote.
    """
    if property == "" or "." in property or "[" in property:
        return f'$."{property}"'
    return f"$.{property}"


class Cabinet:
    def __init__(self, db_path):
        self._db_path = db_path

    def _connect(self):
        return closing(sqlite3.connect(self._db_path, isolation_level=None))

    @staticmethod
    def _check(property):
        if property == HIDDEN:
            raise ValueError("office is no property")
        if '"' in property:
            raise ValueError("a property's name has no double quotes")

    def find(self, property, text):
        if property == HIDDEN:
            return []
        with self._connect() as db:
            rows = db.execute(
                "SELECT m.name FROM minerals m WHERE EXISTS (SELECT 1 FROM json_each(m.card) e"
                " WHERE e.key = ? AND e.type = 'text' AND e.value = ?)", (property, text))
            return sorted(row[0] for row in rows)

    def values(self, property):
        if property == HIDDEN:
            return []
        with self._connect() as db:
            rows = db.execute(
                "SELECT DISTINCT e.value FROM minerals m, json_each(m.card) e"
                " WHERE e.key = ? AND e.type = 'text'", (property,))
            return sorted(row[0] for row in rows)

    @staticmethod
    def _there(db, mineral_id, property):
        """The path of a property as SQLite itself writes it, or None."""
        row = db.execute(
            "SELECT e.fullkey FROM minerals m, json_each(m.card) e"
            " WHERE m.id = ? AND e.key = ?", (mineral_id, property)).fetchone()
        return row and row[0]

    def note(self, mineral_id, property, text):
        self._check(property)
        with self._connect() as db:
            db.execute("BEGIN IMMEDIATE")
            path = self._there(db, mineral_id, property) or _path(property)
            db.execute("UPDATE minerals SET card = json_set(card, ?, ?) WHERE id = ?",
                       (path, text, mineral_id))
            db.execute("COMMIT")

    def strike(self, mineral_id, property):
        self._check(property)
        with self._connect() as db:
            db.execute("BEGIN IMMEDIATE")
            path = self._there(db, mineral_id, property)
            if path is not None:
                db.execute("UPDATE minerals SET card = json_remove(card, ?) WHERE id = ?",
                           (path, mineral_id))
            db.execute("COMMIT")
            return path is not None
