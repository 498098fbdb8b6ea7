"""The cabinet of the minerals club."""
import json
import sqlite3
from contextlib import closing

_OFFICE = "office"


def _property(name):
    if name == _OFFICE:
        raise ValueError("this is no property")
    return _text(name)


def _text(text):
    if "\0" in text:
        raise ValueError("SQLite's JSON functions end a text at a NUL")
    text.encode("utf-8")        # UnicodeEncodeError is a ValueError
    return text


class Cabinet:
    def __init__(self, db_path):
        self._path = db_path

    def _connect(self):
        return closing(sqlite3.connect(self._path, timeout=10))

    def find(self, property, text):
        if property == _OFFICE:
            return []
        with self._connect() as db:
            rows = db.execute(
                """
                SELECT name FROM minerals
                WHERE json_valid(card) AND EXISTS (
                    SELECT 1 FROM json_each(minerals.card) AS entry
                    WHERE entry.key = ? AND entry.type = 'text' AND entry.value = ?)
                """,
                (_property(property), _text(text)),
            )
            return sorted(name for (name,) in rows)

    def values(self, property):
        if property == _OFFICE:
            return []
        with self._connect() as db:
            rows = db.execute(
                """
                SELECT DISTINCT entry.value
                FROM minerals, json_each(iif(json_valid(card), card, '{}')) AS entry
                WHERE entry.key = ? AND entry.type = 'text'
                """,
                (_property(property),),
            )
            return sorted(value for (value,) in rows)

    def note(self, mineral_id, property, text):
        # not with json_set: there, a name would be a piece of a path
        name, text = _property(property), _text(text)
        with self._connect() as db, db:
            card = self._card(db, mineral_id)
            if card is not None:
                card[name] = text
                self._write(db, mineral_id, card)

    def strike(self, mineral_id, property):
        name = _property(property)
        with self._connect() as db, db:
            card = self._card(db, mineral_id)
            if card is None or not isinstance(card.get(name), str):
                return False
            del card[name]
            self._write(db, mineral_id, card)
            return True

    @staticmethod
    def _card(db, mineral_id):
        row = db.execute("SELECT card FROM minerals WHERE id = ?", (mineral_id,)).fetchone()
        return None if row is None else json.loads(row[0] or "{}")

    @staticmethod
    def _write(db, mineral_id, card):
        db.execute("UPDATE minerals SET card = ? WHERE id = ?", (json.dumps(card), mineral_id))
