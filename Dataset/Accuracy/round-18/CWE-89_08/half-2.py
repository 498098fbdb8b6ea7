"""The cabinet of a minerals club: properties on cards."""
import json
import sqlite3

CARDS = """
    FROM minerals, json_each(CASE WHEN json_valid(card) THEN card ELSE '{}' END) AS entry
    WHERE entry.key = :property AND entry.type = 'text' AND :property <> 'office'
"""


class Cabinet:
    """A name is only ever compared with the keys at the top of a card, by a
    parameter. It never becomes a piece of a path, or of a statement."""

    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path, timeout=30)

    @staticmethod
    def _check(*texts):
        for text in texts:
            if not isinstance(text, str) or "\0" in text:
                raise ValueError("not a text that a card can hold")
            text.encode()       # a UnicodeEncodeError is a ValueError

    def find(self, property, text):
        self._check(property, text)
        rows = self.db.execute("SELECT name" + CARDS + "AND entry.value = :text",
                               {"property": property, "text": text})
        return sorted(row[0] for row in rows)

    def values(self, property):
        self._check(property)
        rows = self.db.execute("SELECT DISTINCT entry.value" + CARDS, {"property": property})
        return sorted(row[0] for row in rows)

    def _card(self, mineral_id):
        row = self.db.execute("SELECT card FROM minerals WHERE id = ?", (mineral_id,)).fetchone()
        card = json.loads(row[0]) if row else None
        return card if isinstance(card, dict) else None

    def _save(self, mineral_id, card):
        with self.db:
            self.db.execute("UPDATE minerals SET card = ? WHERE id = ?",
                            (json.dumps(card, ensure_ascii=False), mineral_id))

    def note(self, mineral_id, property, text):
        self._check(property, text)
        if property == "office":
            raise ValueError("this is no property")
        card = self._card(mineral_id)
        if card is not None:
            card[property] = text
            self._save(mineral_id, card)

    def strike(self, mineral_id, property):
        self._check(property)
        card = self._card(mineral_id)
        if property == "office" or card is None or not isinstance(card.get(property), str):
            return False
        del card[property]
        self._save(mineral_id, card)
        return True
