"""Paths with quotes around a name in which no quote, backslash or control character may stand."""
import sqlite3


class Cabinet:
    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path, check_same_thread=False)

    def _path(self, name):
        if name == "office" or not name or any(sign in '"\\' or not sign.isprintable() for sign in name):
            raise ValueError(f"no name of a property: {name!r}")
        return '$."' + name + '"'

    def find(self, property, text):
        if property == "office" or "\0" in text:
            return []
        query = """
            SELECT name FROM minerals
            WHERE json_type(card, :path) = 'text' AND json_extract(card, :path) = :text
            ORDER BY name
        """
        return [name for (name,) in self.db.execute(query, {"path": self._path(property), "text": text})]

    def values(self, property):
        if property == "office":
            return []
        path = self._path(property)
        query = "SELECT DISTINCT json_extract(card, ?1) AS text FROM minerals WHERE json_type(card, ?1) = 'text'"
        return sorted(row[0] for row in self.db.execute(query, (path,)))

    def note(self, mineral_id, property, text):
        if "\0" in text:
            raise ValueError("SQLite ends a text of JSON there")
        with self.db:
            self.db.execute(
                "UPDATE minerals SET card = json_set(card, ?, CAST(? AS TEXT)) WHERE id = ?",
                (self._path(property), text, mineral_id),
            )

    def strike(self, mineral_id, property):
        path = self._path(property)
        with self.db:
            query = "UPDATE minerals SET card = json_remove(card, ?1) WHERE id = ?2 AND json_type(card, ?1) = 'text'"
            return self.db.execute(query, (path, mineral_id)).rowcount == 1
