import sqlite3


class Cabinet:
    # The path of a property at the top of a card; within the quotes nothing
    # but a quote or a backslash means anything.
    _PATH = "printf('$.\"%s\"', :property)"

    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, isolation_level=None)

    @staticmethod
    def _check(property):
        if property == "office":
            raise ValueError("office is no property")
        if '"' in property or "\\" in property:
            raise ValueError("a property cannot have quotes or backslashes")
        property.encode("utf-8")

    def find(self, property, text):
        if property == "office":
            return []
        self._check(property)
        rows = self._db.execute(
            f"""SELECT name FROM minerals
                WHERE json_type(card, {self._PATH}) = 'text'
                  AND json_extract(card, {self._PATH}) = :text""",
            {"property": property, "text": text})
        return sorted(name for name, in rows)

    def values(self, property):
        if property == "office":
            return []
        self._check(property)
        rows = self._db.execute(
            f"""SELECT DISTINCT json_extract(card, {self._PATH})
                FROM minerals
                WHERE json_type(card, {self._PATH}) = 'text'""",
            {"property": property})
        return sorted(text for text, in rows)

    def note(self, mineral_id, property, text):
        self._check(property)
        self._db.execute(
            f"""UPDATE minerals SET card = json_set(card, {self._PATH}, :text)
                WHERE id = :id""",
            {"property": property, "text": text, "id": mineral_id})

    def strike(self, mineral_id, property):
        if property == "office":
            return False
        self._check(property)
        done = self._db.execute(
            f"""UPDATE minerals SET card = json_remove(card, {self._PATH})
                WHERE id = :id AND json_type(card, {self._PATH}) IS NOT NULL""",
            {"property": property, "id": mineral_id})
        return done.rowcount > 0
