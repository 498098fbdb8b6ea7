import sqlite3


def _quoted(text):
    """A text as a literal of SQL."""
    if "\0" in text:
        raise ValueError("a text cannot have this character")
    text.encode("utf-8")
    return "'" + text.replace("'", "''") + "'"


def _path(property):
    """The path of a property at the top of a card, as a literal of SQL."""
    if property == "office":
        raise ValueError("office is no property")
    if '"' in property or "\\" in property:
        raise ValueError("a property cannot have quotes or backslashes")
    return _quoted(f'$."{property}"')


class Cabinet:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, isolation_level=None)

    def _run(self, statement, **values):
        # SQLite uses an index on json_extract(card, '$."colour"') only where
        # the path stands in the statement itself, so values are written there.
        for name, value in values.items():
            statement = statement.replace(f":{name}", value)
        return self._db.execute(statement)

    def find(self, property, text):
        if property == "office":
            return []
        rows = self._run(
            "SELECT name FROM minerals"
            " WHERE json_extract(card, :path) = :text"
            " AND json_type(card, :path) = 'text'",
            path=_path(property), text=_quoted(text))
        return sorted(row[0] for row in rows)

    def values(self, property):
        if property == "office":
            return []
        rows = self._run(
            "SELECT DISTINCT json_extract(card, :path) FROM minerals"
            " WHERE json_type(card, :path) = 'text'",
            path=_path(property))
        return sorted(row[0] for row in rows)

    def note(self, mineral_id, property, text):
        self._run(
            "UPDATE minerals SET card = json_set(card, :path, :text)"
            " WHERE id = :mineral",
            mineral=str(int(mineral_id)), path=_path(property),
            text=_quoted(text))

    def strike(self, mineral_id, property):
        if property == "office":
            return False
        done = self._run(
            "UPDATE minerals SET card = json_remove(card, :path)"
            " WHERE id = :mineral AND json_type(card, :path) IS NOT NULL",
            mineral=str(int(mineral_id)), path=_path(property))
        return done.rowcount > 0
