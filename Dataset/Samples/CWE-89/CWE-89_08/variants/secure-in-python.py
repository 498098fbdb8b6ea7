"""Looks at the cards in Python, and writes them back in one transaction."""
import json
import sqlite3


class Cabinet:
    def __init__(self, db_path):
        self.db_path = db_path

    def _connect(self):
        return sqlite3.connect(self.db_path, isolation_level=None)

    def _properties(self, db, mineral_id=None):
        """(id, name, card) of all minerals, or of one."""
        if mineral_id is None:
            rows = db.execute("SELECT id, name, card FROM minerals")
        else:
            rows = db.execute("SELECT id, name, card FROM minerals WHERE id = :id", {"id": mineral_id})
        return [(number, name, json.loads(card)) for number, name, card in rows]

    @staticmethod
    def _text(card, name):
        value = card.get(name)
        return value if name != "office" and isinstance(value, str) else None

    def find(self, property, text):
        db = self._connect()
        try:
            return sorted(name for _, name, card in self._properties(db) if self._text(card, property) == text)
        finally:
            db.close()

    def values(self, property):
        db = self._connect()
        try:
            found = {self._text(card, property) for _, _, card in self._properties(db)}
        finally:
            db.close()
        return sorted(found - {None})

    def _change(self, mineral_id, property, change):
        if property == "office":
            raise ValueError("not for members")
        db = self._connect()
        try:
            db.execute("BEGIN IMMEDIATE")
            done = False
            for number, _, card in self._properties(db, mineral_id):
                done = change(card)
                db.execute("UPDATE minerals SET card = ? WHERE id = ?", (json.dumps(card), number))
            db.execute("COMMIT")
            return done
        finally:
            db.close()

    def note(self, mineral_id, property, text):
        self._change(mineral_id, property, lambda card: card.update({property: text}))

    def strike(self, mineral_id, property):
        return bool(self._change(mineral_id, property, lambda card: card.pop(property, None) is not None))
