import contextlib
import json
import sqlite3


class Refused(ValueError):
    pass


class Name(str):
    """The name of a property that can be handled."""

    def __new__(cls, typed):
        if not isinstance(typed, str) or "\0" in typed or not typed.isascii() and any(
                0xD800 <= ord(sign) < 0xE000 for sign in typed):
            raise Refused("no card can hold this")
        return super().__new__(cls, typed)


class Card:
    """A card as a list of its entries, so that nothing else on it changes."""

    def __init__(self, source):
        value = json.loads(source, object_pairs_hook=_Entries)
        if not isinstance(value, _Entries):
            raise Refused("this card is no object")
        self.entries = value

    def __contains__(self, name):
        return any(key == name and isinstance(value, str) for key, value in self.entries)

    def write(self, name, text):
        kept = _Entries()
        for key, value in self.entries:
            if key != name:
                kept.append((key, value))
            elif text is not None:
                kept.append((key, text))
                text = None
        if text is not None:
            kept.append((name, text))
        self.entries = kept

    def dump(self):
        return _dump(self.entries)


class _Entries(list):
    """What stands in an object: pairs."""


def _dump(value):
    if isinstance(value, _Entries):
        return "{" + ", ".join(f"{_dump(str(k))}: {_dump(v)}" for k, v in value) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_dump, value)) + "]"
    return json.dumps(value, allow_nan=False)


class Cabinet:
    def __init__(self, db_path):
        self.path = db_path

    @contextlib.contextmanager
    def _open(self, begin):
        with contextlib.closing(sqlite3.connect(self.path, timeout=60, isolation_level=None)) as db:
            db.execute(begin)
            try:
                yield db
            finally:
                db.execute("COMMIT")

    OBJECTS = """
        WITH objects AS MATERIALIZED (
            SELECT id, name, card FROM minerals
            WHERE CASE WHEN json_valid(card) THEN json_type(card) = 'object' END)
    """

    def find(self, property, text):
        name, text = Name(property), Name(text)
        if name == "office":
            return []
        with self._open("BEGIN") as db:
            return [row[0] for row in db.execute(self.OBJECTS + """
                SELECT name FROM objects WHERE EXISTS (
                    SELECT 1 FROM json_each(objects.card) AS entry
                    WHERE entry.key = ? AND entry.type = 'text' AND entry.value = ?)
                ORDER BY name""", (str(name), str(text)))]

    def values(self, property):
        name = Name(property)
        if name == "office":
            return []
        with self._open("BEGIN") as db:
            return sorted(row[0] for row in db.execute(self.OBJECTS + """
                SELECT DISTINCT entry.value FROM objects, json_each(objects.card) AS entry
                WHERE entry.key = ? AND entry.type = 'text'""", (str(name),)))

    def _change(self, mineral_id, name, text):
        if type(mineral_id) is not int:
            raise Refused("a mineral has a number")
        if not -2 ** 63 <= mineral_id < 2 ** 63:
            return False
        with self._open("BEGIN IMMEDIATE") as db:
            row = db.execute("SELECT card FROM minerals WHERE id = ?", (mineral_id,)).fetchone()
            if row is None:
                return False
            card = Card(row[0] or "{}")
            was_there = name in card
            if was_there or text is not None:
                card.write(name, text)
                db.execute("UPDATE minerals SET card = ? WHERE id = ?", (card.dump(), mineral_id))
            return was_there

    def note(self, mineral_id, property, text):
        name = Name(property)
        if name == "office":
            raise Refused("the office is no property")
        self._change(mineral_id, str(name), str(Name(text)))

    def strike(self, mineral_id, property):
        name = Name(property)
        return name != "office" and self._change(mineral_id, str(name), None)
