"""The cabinet of the minerals club."""
import sqlite3
from contextlib import closing

# Where a property is on a card: where it is already, however the card spells its name,
# or at a new place at the top, its name between the quotes of a path.
PLACE = """coalesce((SELECT e.fullkey FROM json_each(card) AS e WHERE e.key = :property),
                    '$."' || :property || '"')"""


def _checked(property):
    if property == "office":
        raise ValueError("office is no property")
    # a quote would end the name within a path, and a card cannot hold control characters as they are
    if '"' in property or any(ord(sign) < 32 for sign in property):
        raise ValueError("such a name cannot be handled")
    property.encode("utf-8")
    return property


class Cabinet:
    def __init__(self, db_path):
        self._db_path = db_path

    def _rows(self, statement, **values):
        with closing(sqlite3.connect(self._db_path)) as connection:
            return connection.execute(statement, values).fetchall()

    def _change(self, statement, **values):
        with closing(sqlite3.connect(self._db_path)) as connection, connection:
            return connection.execute(statement, values).rowcount

    def find(self, property, text):
        rows = self._rows(
            """SELECT m.name FROM minerals AS m, json_each(m.card) AS e
               WHERE e.key = :property AND e.type = 'text' AND e.key <> 'office' AND e.value = :text""",
            property=property, text=text)
        return sorted(name for name, in rows)

    def values(self, property):
        rows = self._rows(
            """SELECT DISTINCT e.value FROM minerals AS m, json_each(m.card) AS e
               WHERE e.key = :property AND e.type = 'text' AND e.key <> 'office'""",
            property=property)
        return sorted(value for value, in rows)

    def note(self, mineral_id, property, text):
        if "\0" in text:
            raise ValueError("SQLite's JSON functions end a string there")
        self._change(f"UPDATE minerals SET card = json_set(card, {PLACE}, :text) WHERE id = :id",
                     id=mineral_id, property=_checked(property), text=text)

    def strike(self, mineral_id, property):
        return self._change(
            f"""UPDATE minerals SET card = json_remove(card, {PLACE})
                WHERE id = :id AND :property IN (SELECT key FROM json_each(card))""",
            id=mineral_id, property=_checked(property)) > 0
