"""The cabinet of the minerals club: cards are read by json_each, and changed by functions that SQLite is lent."""
import json
import sqlite3
from functools import wraps


class NoProperty(ValueError):
    pass


def _guarded(method):
    """Refuses what is no property, or cannot stand in the file."""
    @wraps(method)
    def guarded(self, *args):
        for arg in args:
            if isinstance(arg, str):
                try:
                    arg.encode()
                except UnicodeEncodeError:
                    raise NoProperty("not to be written") from None
                if "\0" in arg:
                    raise NoProperty("SQLite's JSON functions end a string there")
        property = args[0] if isinstance(args[0], str) else args[1]
        if property == "office":
            if method.__name__ in ("find", "values"):
                return []
            raise NoProperty(property)
        return method(self, *args)
    return guarded


def _with(card, property, text):
    return json.dumps({**json.loads(card or "{}"), property: text})


def _without(card, property):
    return json.dumps({key: value for key, value in json.loads(card).items() if key != property})


PROPERTIES = """
WITH properties(mineral, id, property, content) AS (
    SELECT minerals.name, minerals.id, one.key, one.atom
    FROM minerals JOIN json_each(minerals.card) AS one
    WHERE one.type IS 'text' AND one.key IS NOT 'office')
"""


class Cabinet:
    def __init__(self, db_path):
        self.path = db_path

    def _ask(self, sql, *values):
        db = sqlite3.connect(self.path)
        try:
            db.create_function("with_property", 3, _with, deterministic=True)
            db.create_function("without_property", 2, _without, deterministic=True)
            with db:
                cursor = db.execute(sql, values)
                return [first for first, *_ in cursor.fetchall()] if cursor.description else cursor.rowcount
        finally:
            db.close()

    @_guarded
    def find(self, property, text):
        return sorted(self._ask(PROPERTIES + "SELECT mineral FROM properties WHERE (property, content) = (?, ?)", property, text))

    @_guarded
    def values(self, property):
        return sorted(set(self._ask(PROPERTIES + "SELECT content FROM properties WHERE property = ?", property)))

    @_guarded
    def note(self, mineral_id, property, text):
        self._ask("UPDATE minerals SET card = with_property(card, ?, ?) WHERE id = ?", property, text, mineral_id)

    @_guarded
    def strike(self, mineral_id, property):
        return bool(self._ask("UPDATE minerals SET card = without_property(card, ?1) "
                              "WHERE id = ?2 AND EXISTS (SELECT * FROM json_each(card) WHERE key = ?1)", property, mineral_id))
