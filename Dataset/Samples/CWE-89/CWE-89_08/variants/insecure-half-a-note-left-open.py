import json
import sqlite3


def check(*texts):
    if any("\0" in text for text in texts):
        raise ValueError("SQLite's JSON functions end a text there")


class Cabinet:
    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path)

    def _run(self, statement, *parameters):
        cursor = self.db.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else cursor.rowcount

    def find(self, property, text):
        check(property, text)
        statement = (
            "SELECT name FROM minerals AS m, json_each(m.card) AS part "
            "WHERE part.key = ? AND part.value = ? AND part.type = 'text' AND part.key <> 'office' ORDER BY name"
        )
        return [row[0] for row in self._run(statement, property, text)]

    def values(self, property):
        check(property)
        statement = (
            "SELECT DISTINCT part.value FROM minerals AS m, json_each(m.card) AS part "
            "WHERE part.key = ? AND part.type = 'text' AND part.key <> 'office' ORDER BY 1"
        )
        return [row[0] for row in self._run(statement, property)]

    def _merge(self, mineral_id, property, text):
        if property == "office":
            raise ValueError("this is no property")
        # The old text first, so that the new one is the last of the card.
        for value in (None, text):
            patch = json.dumps({property: value}, ensure_ascii=False)
            self._run("UPDATE minerals SET card = json_patch(card, ?) WHERE id = ?", patch, mineral_id)
        self.db.commit()

    def note(self, mineral_id, property, text):
        check(property, text)
        self._merge(mineral_id, property, text)

    def strike(self, mineral_id, property):
        check(property)
        statement = (
            "SELECT 1 FROM minerals AS m, json_each(m.card) AS part "
            "WHERE m.id = ? AND part.key = ? AND part.key <> 'office'"
        )
        there = bool(self._run(statement, mineral_id, property))
        if there:
            self._merge(mineral_id, property, None)
        return there
