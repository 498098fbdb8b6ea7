"""Has SQLite make the patch, and joins the parts of all cards in a view of its own."""
import sqlite3
from contextlib import contextmanager

PROPERTIES = """
    CREATE TEMP VIEW properties AS
    SELECT m.id AS mineral, m.name AS name, e.key AS property, e.atom AS text
    FROM main.minerals m JOIN json_each(m.card) e
    WHERE e.type = 'text' AND e.key != 'office'
"""


def check(*texts):
    if any("\0" in text for text in texts):
        raise ValueError("SQLite's JSON functions end a text there")


class Cabinet:
    def __init__(self, db_path):
        self.path = db_path

    @contextmanager
    def opened(self):
        db = sqlite3.connect(self.path)
        try:
            db.execute(PROPERTIES)
            with db:
                yield db
        finally:
            db.close()

    def find(self, property, text):
        check(property, text)
        with self.opened() as db:
            rows = db.execute("SELECT name FROM properties WHERE (property, text) = (?, ?)", (property, text)).fetchall()
        return sorted(name for name, in rows)

    def values(self, property):
        check(property)
        with self.opened() as db:
            return sorted({text for text, in db.execute("SELECT text FROM properties WHERE property = ?", (property,))})

    def patch(self, db, mineral_id, property, text):
        if property.lower() == "office":
            raise ValueError("office is no property")
        db.execute(
            "UPDATE minerals SET card = json_patch(card, json_object(?, ?)) WHERE id = ?", (property, text, mineral_id)
        )

    def note(self, mineral_id, property, text):
        check(property, text)
        with self.opened() as db:
            self.patch(db, mineral_id, property, text)

    def strike(self, mineral_id, property):
        check(property)
        with self.opened() as db:
            there = "SELECT count(*) FROM properties WHERE mineral = ? AND property = ?"
            if not db.execute(there, (mineral_id, property)).fetchone()[0]:
                return False
            self.patch(db, mineral_id, property, None)
            return True
