"""The cabinet: SQLite looks with json_each, and writes with a function of ours in one UPDATE."""
import json
import sqlite3
from functools import partial


class NoProperty(ValueError):
    pass


def _plain(*typed):
    for text in typed:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise NoProperty("not a text") from error
        if "\0" in text:
            raise NoProperty("SQLite cannot tell this from a shorter text")


def _card(card):
    return json.loads(card) if card else {}


def _noted(card, name, text):
    return json.dumps({**_card(card), name: text})


def _struck(card, name):
    rest = _card(card)
    rest.pop(name)
    return json.dumps(rest)


def _says(card, name):
    """The text of a property, or NULL. Sees NULs, too."""
    value = _card(card).get(name)
    try:
        value.encode()
    except (AttributeError, UnicodeEncodeError):
        return None
    return value


class Cabinet:
    _LOOK = """
        WITH candidates AS MATERIALIZED (
            SELECT id, name, card FROM minerals
            WHERE CASE WHEN json_valid(card) THEN json_type(card) = 'object' AND EXISTS (
                SELECT * FROM json_each(card) WHERE key = :name AND type = 'text') END)
        SELECT name, says(card, :name) FROM candidates"""

    def __init__(self, db_path):
        self._open = partial(sqlite3.connect, db_path, isolation_level=None, timeout=30)

    def _run(self, sql, **values):
        db = self._open()
        try:
            for function, count in ((_noted, 3), (_struck, 2), (_says, 2)):
                db.create_function(function.__name__.strip("_"), count, function)
            return db.execute(sql, values).fetchall()
        finally:
            db.close()

    def _look(self, name):
        _plain(name)
        if name == "office":
            return
        yield from ((n, t) for n, t in self._run(self._LOOK, name=name) if t is not None)

    def find(self, property, text):
        _plain(text)
        return sorted(name for name, said in self._look(property) if said == text)

    def values(self, property):
        return sorted({said for _, said in self._look(property)})

    def note(self, mineral_id, property, text):
        self._writable(property, text)
        self._run("UPDATE minerals SET card = noted(card, :name, :text) WHERE id = :id",
                  id=mineral_id, name=property, text=text)

    def strike(self, mineral_id, property):
        self._writable(property)
        changed = self._run(
            "UPDATE minerals SET card = struck(card, :name)"
            " WHERE id = :id AND says(card, :name) IS NOT NULL RETURNING id",
            id=mineral_id, name=property)
        return bool(changed)

    @staticmethod
    def _writable(name, text=""):
        _plain(name, text)
        if name == "office":
            raise NoProperty("office")
