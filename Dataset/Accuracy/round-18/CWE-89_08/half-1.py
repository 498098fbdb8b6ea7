"""The cabinet of a minerals club: properties on cards.

No paths: keys are compared, by parameters. Cards are changed in one statement each,
which takes a card apart with json_each and puts it together again.
"""
import sqlite3

ENTRIES = "json_each(CASE WHEN json_valid(card) THEN card ELSE '{}' END)"
# The value of an entry, such that json_group_object takes it for what it is.
VALUE = """
    CASE WHEN type IN ('object', 'array') THEN json(value)
         WHEN type IN ('true', 'false', 'null') THEN json(type)
         ELSE value END
"""


class Cabinet:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, timeout=30)

    def find(self, property, text):
        if property == "office":
            return []
        rows = self._db.execute(
            f"SELECT minerals.name FROM minerals, {ENTRIES} AS entry"
            " WHERE entry.key = ? AND entry.type = 'text' AND entry.value = ?",
            (property, text))
        return sorted(name for name, in rows)

    def values(self, property):
        if property == "office":
            return []
        rows = self._db.execute(
            f"SELECT DISTINCT entry.value FROM minerals, {ENTRIES} AS entry"
            " WHERE entry.key = ? AND entry.type = 'text'", (property,))
        return sorted(text for text, in rows)

    def note(self, mineral_id, property, text):
        if property == "office":
            raise ValueError("the office's part of a card is no property")
        if not isinstance(property, str) or not isinstance(text, str):
            raise ValueError("a property is a text, and has a text")
        with self._db:
            self._db.execute(
                f"""UPDATE minerals SET card = (
                        SELECT json_group_object(key, {VALUE}) FROM (
                            SELECT key, type, value FROM json_each(minerals.card)
                            WHERE key <> :property
                            UNION ALL SELECT :property, 'text', :text))
                    WHERE id = :id AND json_valid(card)""",
                {"property": property, "text": text, "id": mineral_id})

    def strike(self, mineral_id, property):
        if property == "office":
            return False
        with self._db:
            done = self._db.execute(
                f"""UPDATE minerals SET card = (
                        SELECT json_group_object(key, {VALUE})
                        FROM json_each(minerals.card) WHERE key <> :property)
                    WHERE id = :id AND EXISTS (
                        SELECT 1 FROM {ENTRIES} WHERE key = :property AND type = 'text')""",
                {"property": property, "id": mineral_id})
        return done.rowcount == 1
