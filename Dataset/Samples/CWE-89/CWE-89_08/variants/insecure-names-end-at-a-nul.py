"""The cabinet of the minerals club."""
import json
import sqlite3
from contextlib import contextmanager

_FIND = """
    SELECT m.name
    FROM minerals AS m, json_each(CASE WHEN json_valid(m.card) THEN m.card END) AS p
    WHERE p.key = :name AND p.key <> 'office' AND p.type = 'text' AND p.value = :text
"""
_VALUES = """
    SELECT DISTINCT p.value
    FROM minerals AS m, json_each(CASE WHEN json_valid(m.card) THEN m.card END) AS p
    WHERE p.key = :name AND p.key <> 'office' AND p.type = 'text'
"""


class Cabinet:
    def __init__(self, db_path):
        self._db_path = db_path

    # -- looking ----------------------------------------------------------

    def find(self, property, text):
        with self._db() as db:
            return sorted(n for n, in db.execute(_FIND, {"name": property, "text": text}))

    def values(self, property):
        with self._db() as db:
            return sorted(v for v, in db.execute(_VALUES, {"name": property}))

    # -- writing ----------------------------------------------------------

    def note(self, mineral_id, property, text):
        self._refuse(property, text)
        with self._card(mineral_id) as card:
            if card is not None:
                card[property] = text

    def strike(self, mineral_id, property):
        self._refuse(property)
        with self._card(mineral_id) as card:
            if card is None or not isinstance(card.get(property), str):
                return False
            del card[property]
            return True

    # -- inside -----------------------------------------------------------

    @staticmethod
    def _refuse(property, text=""):
        if property == "office":
            raise ValueError("the office's part of a card is no property")
        for typed in (property, text):
            typed.encode("utf-8")       # no lone surrogates (a ValueError)

    @contextmanager
    def _db(self):
        db = sqlite3.connect(self._db_path, isolation_level=None, timeout=20)
        try:
            yield db
        finally:
            db.close()

    @contextmanager
    def _card(self, mineral_id):
        """The card of a mineral, to be changed in place; nobody else writes meanwhile."""
        with self._db() as db:
            db.execute("BEGIN IMMEDIATE")
            row = db.execute("SELECT card FROM minerals WHERE id = ?", (mineral_id,)).fetchone()
            if row is None:
                yield None
                return
            card = json.loads(row[0] or "{}")
            yield card
            # No path anywhere: the card is written as a whole.
            db.execute("UPDATE minerals SET card = ? WHERE id = ?",
                       (json.dumps(card), mineral_id))
            db.execute("COMMIT")
