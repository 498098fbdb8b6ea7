import sqlite3
from contextlib import closing

# A card without one property. json_each gives each name at the top as it is, and no
# path is needed; objects come as text and have to be made JSON again.
REST = """(
    SELECT json_group_object(key, CASE
        WHEN value LIKE '{%' AND json_valid(value) THEN json(value) ELSE value END)
    FROM json_each(minerals.card) WHERE key <> :property)"""

FIND = """
    SELECT minerals.name FROM minerals, json_each(minerals.card) AS noted
    WHERE noted.key = :property AND noted.type = 'text' AND noted.value = :text"""

VALUES = """
    SELECT DISTINCT noted.value FROM minerals, json_each(minerals.card) AS noted
    WHERE noted.key = :property AND noted.type = 'text'"""

NOTE = f"""
    UPDATE minerals SET card = json_patch({REST}, json_object(:property, :text))
    WHERE id = :id"""

STRIKE = f"""
    UPDATE minerals SET card = {REST}
    WHERE id = :id AND EXISTS (
        SELECT 1 FROM json_each(minerals.card) AS noted WHERE noted.key = :property)"""


def _checked(string):
    if not isinstance(string, str) or "\0" in string:
        raise ValueError("not a text that can be on a card")
    string.encode("utf-8")
    return string


def _property(name):
    if _checked(name) == "office":
        raise ValueError("not a property")
    return name


class Cabinet:
    def __init__(self, db_path):
        self._path = db_path

    def find(self, property, text):
        if property == "office":
            return []
        return sorted(self._all(FIND, property=_property(property), text=_checked(text)))

    def values(self, property):
        if property == "office":
            return []
        return sorted(self._all(VALUES, property=_property(property)))

    def note(self, mineral_id, property, text):
        self._change(NOTE, id=mineral_id, property=_property(property), text=_checked(text))

    def strike(self, mineral_id, property):
        return self._change(STRIKE, id=mineral_id, property=_property(property)) > 0

    def _all(self, statement, **given):
        with closing(sqlite3.connect(self._path)) as db:
            return [row[0] for row in db.execute(statement, given)]

    def _change(self, statement, **given):
        with closing(sqlite3.connect(self._path)) as db, db:
            return db.execute(statement, given).rowcount
