"""The cabinet of the minerals club."""
import json
import sqlite3


class Cabinet:
    def __init__(self, db_path):
        self.db_path = db_path

    def _open(self):
        return sqlite3.connect(self.db_path, isolation_level=None)

    def find(self, property, text):
        db = self._open()
        try:
            # names and texts are only ever parameters, and no path is made of them
            return sorted(row[0] for row in db.execute(
                "SELECT name FROM minerals WHERE EXISTS "
                "(SELECT 1 FROM json_each(card) WHERE key = ? AND value = ?)", (property, text)))
        finally:
            db.close()

    def values(self, property):
        db = self._open()
        try:
            return sorted(row[0] for row in db.execute(
                "SELECT DISTINCT value FROM minerals, json_each(card) WHERE key = ? AND type = 'text'", (property,)))
        finally:
            db.close()

    def _edit(self, mineral_id, property, edit):
        if property == "office":
            raise ValueError("office is no property")
        db = self._open()
        try:
            db.execute("BEGIN IMMEDIATE")
            row = db.execute("SELECT card FROM minerals WHERE id = ?", (mineral_id,)).fetchone()
            if row is None:
                db.execute("ROLLBACK")
                return False
            card = json.loads(row[0] or "{}")
            done = edit(card)
            db.execute("UPDATE minerals SET card = ? WHERE id = ?", (json.dumps(card, ensure_ascii=False), mineral_id))
            db.execute("COMMIT")
            return done
        finally:
            db.close()      # what is not committed is taken back

    def note(self, mineral_id, property, text):
        if "\0" in property + text:
            raise ValueError("SQLite's JSON functions end a string there")
        (property + text).encode("utf-8")
        self._edit(mineral_id, property, lambda card: card.update({property: text}))

    def strike(self, mineral_id, property):
        return self._edit(mineral_id, property, lambda card: card.pop(property, None) is not None)
